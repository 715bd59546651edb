// Flows: what colleagues keep and choose, and how many cases are in each step now, while one looks;
// and the text of a flow, checked while it is written.
import { $, $$, csrfHeader, eventually, fetchHtml, signIn } from "./dom.js";
import { patch, remember } from "./patch.js";

const NOW_EVERY_MS = 3000;
/** Cases go from step to step without a count changing that all pages are told of. */
const LOOK_EVERY_MS = 5000;
const FRESH_AFTER_MS = 200;
const LIST_EVERY_MS = 15000;
const CHECK_AFTER_MS = 350;

/** The list, or one flow. */
const page = () => $("[data-flows-address]");

export function startFlows() {
  if ($("#flow-yaml")) startWriting();
  if (page() === null) return;
  remember(page());
  document.addEventListener("live", ({ detail }) => {
    if (detail.flows || detail.all) freshen();
    seen();
  });
  document.addEventListener("visibilitychange", seen);
  setInterval(seen, LOOK_EVERY_MS);
  // The list says how many cases run on which version.
  if (!page().dataset.nowAddress) setInterval(() => document.hidden || freshen(), LIST_EVERY_MS);
}

function seen() {
  if (!document.hidden && page().dataset.nowAddress) count();
}

const freshen = eventually(async () => {
  const { fragment } = await fetchHtml(page().dataset.flowsAddress, true);
  const fresh = fragment && $("[data-flows-address]", fragment);
  if (fresh) patch(page(), fresh);
}, FRESH_AFTER_MS);

const count = eventually(async () => {
  try {
    const answer = await fetch(page().dataset.nowAddress, { headers: { "HX-Request": "true", "X-By-Itself": "1" } });
    if (answer.ok) show(await answer.json());
  } catch {
    // The server is away; the next event asks again.
  }
}, NOW_EVERY_MS);

function show(now) {
  for (const place of $$("[data-now]")) {
    const cases = now[place.dataset.now] ?? 0;
    ($("text", place) ?? place).textContent = cases.toLocaleString("en");
    if (place instanceof SVGElement) place.setAttribute("visibility", cases === 0 ? "hidden" : "visible");
  }
}

const text = () => $("#flow-yaml");
const gutter = () => $("#flow-gutter");

function startWriting() {
  const checkSoon = eventually(check, CHECK_AFTER_MS);
  text().addEventListener("input", () => {
    number();
    checkSoon();
  });
  text().addEventListener("keydown", indent);
  text().addEventListener("scroll", () => (gutter().scrollTop = text().scrollTop));
  $("#flow-check").addEventListener("click", (event) => {
    const mistake = event.target.closest("[data-line]");
    if (mistake) go(Number(mistake.dataset.line), Number(mistake.dataset.column));
  });
  number();
  mark();
}

/** A new line begins where the last one did; with Ctrl it is kept. */
function indent(event) {
  if (event.key !== "Enter" || event.isComposing || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (event.ctrlKey || event.metaKey) return $("#flow-form").requestSubmit();
  const { value, selectionStart } = text();
  const line = value.slice(value.lastIndexOf("\n", selectionStart - 1) + 1, selectionStart);
  document.execCommand("insertText", false, `\n${line.match(/^ */)[0]}`);
}

/** As many numbers as there are lines. */
function number() {
  const lines = text().value.split("\n").length;
  const list = gutter();
  while (list.children.length > lines) list.lastElementChild.remove();
  while (list.children.length < lines) {
    const item = document.createElement("li");
    item.textContent = String(list.children.length + 1);
    list.append(item);
  }
}

/** The lines with mistakes are seen beside the text. */
function mark() {
  const wrong = new Set($$("[data-line]", $("#flow-check")).map((one) => Number(one.dataset.line)));
  [...gutter().children].forEach((line, i) => line.classList.toggle("wrong", wrong.has(i + 1)));
  text().setAttribute("aria-invalid", String(wrong.size > 0));
}

async function check() {
  const sent = text().value;
  try {
    const answer = await fetch("/console/flows/check", {
      method: "POST",
      headers: { ...csrfHeader(), "HX-Request": "true", "Content-Type": "text/plain;charset=UTF-8" },
      body: sent,
    });
    if (answer.status === 401) return signIn();
    // What has been written meanwhile is checked next.
    if (!answer.ok || text().value !== sent) return;
    $("#flow-check").innerHTML = await answer.text();
    mark();
  } catch {
    // The server is away; what is kept is checked again anyway.
  }
}

/** Puts the hand where a mistake is. */
function go(line, column) {
  const lines = text().value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const end = start + (lines[line - 1]?.length ?? 0);
  text().focus();
  text().setSelectionRange(Math.min(start + column - 1, end), end);
  const height = text().scrollHeight / Math.max(1, lines.length);
  text().scrollTop = Math.max(0, (line - 4) * height);
}
