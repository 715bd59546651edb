// Incidents: the list and the page follow what happens, and one key does what a button does.
import { $, $$, eventually, fetchHtml, plural, say } from "./dom.js";
import { patch, remember } from "./patch.js";
import { wordTimes } from "./times.js";

const FRESH_EVERY_MS = 1000;
/** Reports come in between the events that say so: while any come, the page looks now and then. */
const LOOK_EVERY_MS = 4000;

let looking = 0;
/** What was fetched before an answer came is out of date. */
let answers = 0;
let countBefore = null;

const page = () => $("#incident");
const list = () => $("#incidents");
export const onIncident = () => page() !== null;
export const onIncidents = () => list() !== null;

export function startIncidents() {
  if (!onIncident() && !onIncidents()) return;
  remember(document);
  document.addEventListener("live", (event) => live(event.detail));
  document.addEventListener("visibilitychange", () => document.hidden || soon());
  document.addEventListener("incident:fresh", (event) => answered(event.detail));
  document.body.addEventListener("htmx:afterSwap", () => wordTimes());
  document.addEventListener("click", (event) => {
    if (event.target.closest("#news")) reload();
  });
}

/** Does to the incident what its button says. */
export const incidentAct = (name) => $(`.incident-acts [data-act="${name}"]`)?.click();

/** Says it of the cause at hand, or of the likeliest. */
export function judge(name) {
  const cause = document.activeElement.closest(".cause") ?? $(".cause:not(.vetoed)") ?? $(".cause");
  if (cause) $(`[data-act="${name}"]`, cause)?.click();
}

/** Moves along the incidents of the list, or the causes of the page. */
export function stepIncident(by) {
  const all = onIncident() ? $$(".cause") : $$(".incident-list .incident-link");
  if (all.length === 0) return;
  const at = all.findIndex((one) => one.contains(document.activeElement));
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function live(frame) {
  const count = frame.counts.incidents;
  const other = countBefore !== null && countBefore !== count;
  countBefore = count;
  const touched = onIncident() ? frame.incidents.includes(Number(page().dataset.id)) : frame.incidents.length > 0;
  if (frame.all || touched || (onIncidents() && other)) soon();
  else if (frame.received > 0) now();
}

const catchUpSoon = eventually(catchUp, FRESH_EVERY_MS);

function soon() {
  if (!document.hidden) catchUpSoon();
}

function now() {
  if (looking === 0 && $("[data-live=yes]") !== null) {
    looking = setTimeout(() => {
      looking = 0;
      soon();
    }, LOOK_EVERY_MS);
  }
}

async function catchUp() {
  const begun = answers;
  const { fragment } = await fetchHtml((page() ?? list()).dataset.address, true);
  if (fragment === null) return;
  if (onIncidents()) bringListUpToDate(fragment);
  else if (answers === begun) put($("#incident", fragment), true);
  else soon();
}

function answered(fresh) {
  answers++;
  put(fresh, false);
  say("Done.");
}

function put(fresh, byOthers) {
  if (fresh === null || fresh.dataset.id !== page().dataset.id) return;
  // A notice is about what the agent did; only what they do next may take it away.
  if (byOthers) $("[data-part=notice]", fresh)?.remove();
  const cause = document.activeElement.closest(".cause")?.dataset.change;
  patch(page(), fresh);
  if (cause && document.activeElement === document.body) {
    $(`.cause[data-change="${CSS.escape(cause)}"]`)?.focus({ preventScroll: true });
  }
}

function bringListUpToDate(fragment) {
  const fresh = $("#incidents", fragment);
  const cards = $$(".incident-card", fresh);
  if ($(".incident-card", list()) === null && cards.length > 0) {
    replaceList(fresh);
    return;
  }
  let others = 0;
  for (const card of cards) {
    const here = document.getElementById(card.id);
    if (here !== null) patch(here, card);
    else if (card.dataset.live === "yes") others++;
  }
  announce(others);
}

/** The bar has its place on the page whether or not there is news. */
function announce(others) {
  const bar = $("#news");
  const text = others === 0 ? "" : `${plural(others, "new incident", "new incidents")} – show`;
  if (bar.textContent !== text) bar.textContent = text;
  bar.hidden = text === "";
}

async function reload() {
  const { fragment } = await fetchHtml(list().dataset.address);
  if (fragment !== null) replaceList($("#incidents", fragment));
}

function replaceList(fresh) {
  list().replaceWith(fresh);
  window.htmx.process(fresh);
  remember(fresh);
  wordTimes(fresh);
  announce(0);
}
