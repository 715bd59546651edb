// What is offered to whoever is in front of the page: it rings, time runs, one key accepts.
import { $, $$, eventually, fetchHtml, say } from "./dom.js";
import { notifyAway } from "./bell.js";
import { wordTimes } from "./times.js";

const LOOK_AFTER_MS = 100;
const TICK_MS = 250;
/** The last seconds look like it. */
const SOON_MS = 10000;
const RINGS = "● ";

/** Until when each offer holds, by the page's own clock: nobody's clock needs to be right. */
const until = new Map();

/** Whether all that is offered is shown; else the first, which is the one that runs out first. */
let unfolded = false;

const cards = () => $$("#offers .offer");

/** How many offers ran out before one was taken for away; empty if one was not. */
const unseen = (part) => $(".offers-away", part)?.dataset.unseen ?? "";

export function startOffers() {
  if ($("#offers") === null) return;
  document.addEventListener("live", (event) => {
    if (event.detail.first || event.detail.offers || event.detail.all) soon();
  });
  document.body.addEventListener("htmx:afterRequest", (event) => {
    const path = event.detail.requestConfig?.path;
    if (path?.startsWith("/console/offers/")) shown();
    if (path === "/console/presence") soon();
  });
  document.addEventListener("presence:chosen", soon);
  document.addEventListener("click", (event) => {
    if (event.target.closest("#offers-more")) fold(!unfolded);
  });
  // What lies under the cards can be scrolled to beside them.
  new ResizeObserver(room).observe(document.body);
  setInterval(tick, TICK_MS);
}

function fold(open) {
  unfolded = open;
  shown();
}

function room() {
  const height = $("#offers").offsetHeight;
  document.documentElement.toggleAttribute("data-offers", height > 0);
  document.documentElement.style.setProperty("--offers", `${height}px`);
}

/** What the button below the first card says. */
function count() {
  const button = $("#offers-more");
  if (button === null) return;
  const more = cards().length - 1 + Number(button.dataset.beyond);
  button.hidden = more <= 0;
  button.setAttribute("aria-expanded", String(unfolded));
  button.textContent = unfolded ? "Show the first alone" : `and ${more} more`;
}

/** Does to the first offer what its button says; false if there is none. */
export function answerOffer(how) {
  const button = $(`#offers [data-offer=${how}]`);
  button?.click();
  return button !== null;
}

const soon = eventually(async () => {
  const { fragment } = await fetchHtml("/console/offers", true);
  if (fragment === null) return;
  const fresh = $("#offers", fragment);
  const [before, now] = [unseen($("#offers")), unseen(fresh)];
  const here = cards().map((card) => card.id).join() + before;
  const there = $$(".offer", fresh).map((card) => card.id).join() + now;
  // What is there stays as it is: somebody may be reading why, or be about to press.
  if (here === there) return;
  const focused = document.activeElement.closest?.("#offers .offer")?.id;
  const how = document.activeElement.dataset?.offer;
  for (const card of $$(".offer", fresh)) {
    const old = document.getElementById(card.id);
    if (old) card.replaceWith(old);
    else window.htmx.process(card);
  }
  if (now !== "") window.htmx.process($(".offers-away", fresh));
  $("#offers").replaceWith(fresh);
  shown();
  if (before !== now) document.dispatchEvent(new CustomEvent("presence:moved"));
  if (now !== "" && before === "") say($("#offers .offers-away p").textContent);
  if (focused && how) $(`#${focused} [data-offer=${how}]`)?.focus();
}, LOOK_AFTER_MS);

function shown() {
  if (cards().length < 2) unfolded = false;
  $("#offers").toggleAttribute("data-unfolded", unfolded);
  wordTimes($("#offers"));
  const ids = new Set(cards().map((card) => card.id));
  for (const id of until.keys()) if (!ids.has(id)) until.delete(id);
  for (const card of cards()) {
    if (until.has(card.id)) continue;
    until.set(card.id, performance.now() + Number(card.dataset.left));
    const { author, summary } = card.dataset;
    say(`A case for you, from ${author}: ${summary}. ${Math.round(card.dataset.left / 1000)} seconds to answer.`);
    notifyAway("A case for you", summary, `/cases/${card.dataset.case}`);
  }
  count();
  room();
  mark();
  tick();
}

/** Who looks at another tab sees in this one's title that something rings. */
function mark() {
  const title = document.title.replace(RINGS, "");
  document.title = cards().length > 0 ? RINGS + title : title;
}

function tick() {
  let gone = false;
  for (const card of cards()) {
    const left = (until.get(card.id) ?? 0) - performance.now();
    if (left <= 0) {
      card.remove();
      gone = true;
      continue;
    }
    const seconds = String(Math.ceil(left / 1000));
    const place = $(".offer-left b", card);
    if (place.textContent !== seconds) place.textContent = seconds;
    $(".fill", card).setAttribute("width", String((100 * left) / Number(card.dataset.lasts)));
    card.toggleAttribute("data-soon", left < SOON_MS);
  }
  if (gone) shown();
}
