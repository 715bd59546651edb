// Triage's lists: one key says what a post is, the next is at hand, and what was learned shows.
import { $, $$, eventually, fetchHtml, plural, say, toast } from "./dom.js";
import { patch, remember } from "./patch.js";
import { wordTimes } from "./times.js";

const FRESH_EVERY_MS = 1000;
const MAX_CARDS = 100;
/** Every lesson moves everything a little; what moves less than this is not alike. */
const SIMILAR_POINTS = 5;

/** Posts about which something was said here, the last at the end. */
const said = [];
/** What was fetched before an answer came is out of date. */
let answers = 0;
let countBefore = null;

const list = () => $("#triage");
const cards = () => $$("#cards > .post-card");
const current = () => $("#cards > [data-current]");
const isOpen = (card) => card.dataset.done === "no";

export const onTriage = () => list() !== null;

export function startTriage() {
  if (!onTriage()) return;
  taken();
  mark(cards().find(isOpen) ?? null);
  document.addEventListener("live", (event) => live(event.detail));
  document.addEventListener("visibilitychange", () => document.hidden || later());
  document.addEventListener("click", clicked);
  document.addEventListener("focusin", (event) => mark(event.target.closest(".post-card") ?? current()));
  document.addEventListener("card:fresh", (event) => answered(event.detail));
  document.body.addEventListener("post:said", learned);
  document.body.addEventListener("htmx:afterRequest", (event) => delete event.detail.target?.dataset.busy);
  document.body.addEventListener("htmx:afterSwap", taken);
}

/** Takes note of cards that have just come. */
function taken() {
  for (const card of cards()) {
    if (card.dataset.known) continue;
    card.dataset.known = "yes";
    remember(card);
  }
  wordTimes();
}

function clicked(event) {
  if (event.target.closest("#news")) reload();
  else if (event.target.closest("[data-promise]")) document.body.toggleAttribute("data-promise-open");
  const unfold = event.target.closest("[data-unfold]");
  if (unfold) {
    $(".folded", unfold.parentElement)?.classList.remove("folded");
    unfold.remove();
  }
  const act = event.target.closest("[data-act]");
  if (act?.hasAttribute("hx-post")) acted(act);
}

/** The next card is at hand at once; the answer comes to where the hand was. */
function acted(button) {
  const card = button.closest(".post-card");
  card.dataset.busy = "yes";
  const undo = button.dataset.act === "undo";
  const index = said.indexOf(card.dataset.id);
  if (index >= 0) said.splice(index, 1);
  if (!undo) said.push(card.dataset.id);
  if (undo) go(card);
  else go(nextOpen(card) ?? card);
}

function nextOpen(from) {
  const all = cards();
  const at = all.indexOf(from);
  return all.slice(at + 1).find(isOpen) ?? all.slice(0, at).findLast(isOpen) ?? null;
}

function mark(card) {
  for (const other of cards()) other.toggleAttribute("data-current", other === card);
}

function go(card) {
  if (card === null) return;
  mark(card);
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

/** Moves along the cards. */
export function stepCard(by) {
  const all = cards();
  if (all.length === 0) return;
  const at = all.indexOf(current());
  if (at >= 0 && document.activeElement === document.body && isInView(all[at])) go(all[at + by] ?? all[at]);
  else go(all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + by))]);
}

const isInView = (card) => card.getBoundingClientRect().bottom > 0;

/** Says it of the card at hand. */
export const act = (name) => $(`[data-act="${name}"]`, current() ?? list())?.click();

/** Takes back what was said last. */
export function undo() {
  const id = said.findLast((one) => $(`#card-${one} [data-act=undo]`));
  const button = id ? $(`#card-${id} [data-act=undo]`) : $("[data-act=undo]", current() ?? list());
  if (button) button.click();
  else toast("There is nothing to undo here.");
}

/** A button that is replaced before its answer comes would lose it. */
const isBusy = (card) => card.dataset.busy === "yes";

function answered(fresh) {
  answers++;
  put(fresh, false);
}

/** Brings a card up to date; returns whether triage has changed its mind about it. */
function put(fresh, byOthers) {
  const card = document.getElementById(fresh.id);
  if (card === null || (byOthers && isBusy(card))) return false;
  // A notice is about what the agent did; only what they do next may take it away.
  if (byOthers) $("[data-part=notice]", fresh)?.remove();
  const now = () => Number($(".meter", card).dataset.now);
  const before = now();
  patch(card, fresh);
  const moved = Math.abs(now() - before) >= SIMILAR_POINTS;
  if (moved) glow($("[data-part=sure]", card));
  return moved;
}

function glow(place) {
  place.classList.remove("fresh");
  void place.offsetWidth;
  place.classList.add("fresh");
}

async function learned(event) {
  const { id, what } = event.detail;
  say(what === "undo" ? "Taken back." : "Learned.");
  const moved = await bringUpToDate(String(id));
  await promise();
  const line = $("#lesson-line");
  if (line === null) return;
  const others = moved === 0 ? "" : ` ${plural(moved, "similar post here", "similar posts here")} changed at once.`;
  line.textContent = what === "undo" ? `Taken back.${others}` : `Learned.${others}`;
}

/** All cards but one as they are now; returns about how many triage has changed its mind. */
async function bringUpToDate(but) {
  const begun = answers;
  const ids = cards().map((card) => card.dataset.id).slice(0, MAX_CARDS);
  const { fragment } = await fetchHtml(`${list().dataset.fresh}${join()}ids=${ids.join(",")}`, true);
  if (fragment === null) return 0;
  if (answers !== begun) {
    later();
    return 0;
  }
  let moved = 0;
  for (const fresh of $$(".post-card", fragment)) {
    if (put(fresh, true) && fresh.dataset.id !== but) moved++;
  }
  announce(Number($("#fresh", fragment).dataset.others));
  return moved;
}

const join = () => (list().dataset.fresh.includes("?") ? "&" : "?");

async function promise() {
  const { fragment } = await fetchHtml(list().dataset.promiseAddress, true);
  const fresh = fragment && $("#promise-inside", fragment);
  if (!fresh) return;
  const line = $("#lesson-line");
  const words = line?.textContent ?? "";
  $("#promise-inside").replaceWith(fresh);
  if (line) $("#lesson-line").textContent = words;
}

function live(frame) {
  const count = frame.counts[list().dataset.countName];
  const other = countBefore !== null && countBefore !== count;
  countBefore = count;
  // One that leaves the list and one that comes make the same count as before.
  const moved = frame.received > 0 || frame.posts.length > 0 || frame.learned;
  if (frame.all || moved || other) later();
}

const catchUpSoon = eventually(catchUp, FRESH_EVERY_MS);

function later() {
  if (!document.hidden) catchUpSoon();
}

async function catchUp() {
  await bringUpToDate(null);
  await promise();
}

/** The bar has its place on the page whether or not there is news. */
function announce(others) {
  if (others > 0 && cards().length === 0) {
    reload(true);
    return;
  }
  const bar = $("#news");
  const text = others === 0 ? "" : `${plural(others, "new post", "new posts")} – show`;
  if (bar.textContent !== text) bar.textContent = text;
  bar.hidden = text === "";
}

async function reload(byItself = false) {
  const { fragment } = await fetchHtml(list().dataset.address, byItself);
  if (fragment === null) {
    toast("The list can't be loaded just now.");
    return;
  }
  const fresh = $("#triage", fragment);
  list().replaceWith(fresh);
  window.htmx.process(fresh);
  taken();
  announce(0);
  $("#triage-scroll").scrollTop = 0;
  mark(cards().find(isOpen) ?? null);
}
