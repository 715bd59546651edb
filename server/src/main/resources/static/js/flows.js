// Flows: how many cases are in each step now; and the text of a flow, checked while it is written.
import { $, $$, csrfHeader, eventually, signIn } from "./dom.js";

const NOW_EVERY_MS = 3000;
const CHECK_AFTER_MS = 350;

export function startFlows() {
  if ($("#flow")) document.addEventListener("live", () => document.hidden || count());
  if ($("#flow-yaml")) startWriting();
}

const count = eventually(async () => {
  try {
    const answer = await fetch($("#flow").dataset.nowAddress, { headers: { "HX-Request": "true", "X-By-Itself": "1" } });
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
  text().addEventListener("scroll", () => (gutter().scrollTop = text().scrollTop));
  $("#flow-check").addEventListener("click", (event) => {
    const mistake = event.target.closest("[data-line]");
    if (mistake) go(Number(mistake.dataset.line), Number(mistake.dataset.column));
  });
  number();
  mark();
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
