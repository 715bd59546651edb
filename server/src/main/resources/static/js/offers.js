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

/** How many answers have set out and come back: in between, what is on offer is not certain. */
let answers = 0;

/** How many offers ran out before one was taken for away; empty if one was not. */
const unseen = (part) => $(".offers-away", part)?.dataset.unseen ?? "";

export function startOffers() {
  if ($("#offers") === null) return;
  document.addEventListener("live", (event) => {
    if (event.detail.first || event.detail.offers || event.detail.all) soon();
  });
  document.body.addEventListener("htmx:beforeRequest", (event) => {
    if (isAnswer(event)) answers++;
  });
  document.body.addEventListener("htmx:afterRequest", (event) => {
    const path = event.detail.requestConfig?.path;
    if (isAnswer(event)) {
      answers++;
      shown();
    }
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

const isAnswer = (event) => event.detail.requestConfig?.path?.startsWith("/console/offers/") ?? false;

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
  const before = answers;
  const { fragment } = await fetchHtml("/console/offers", true);
  if (fragment === null) return;
  // Read before somebody answered: what their answer brings is newer.
  if (before !== answers) return soon();
  const fresh = $("#offers", fragment);
  const [away, now] = [unseen($("#offers")), unseen(fresh)];
  const here = cards().map((card) => card.id).join() + away;
  const there = $$(".offer", fresh).map((card) => card.id).join() + now;
  if (here === there) return;
  put(fresh);
  shown();
  if (away !== now) document.dispatchEvent(new CustomEvent("presence:moved"));
  if (now !== "" && away === "") say($("#offers .offers-away p").textContent);
}, LOOK_AFTER_MS);

/** What is there stays where it is: somebody may be reading why, or have pressed and not let go yet. */
function put(fresh) {
  const place = $("#offers");
  const staying = (child) => (child.matches(".offer") ? document.getElementById(child.id) : null);
  const stays = new Set([...fresh.children].map(staying));
  for (const child of [...place.children]) if (!stays.has(child)) child.remove();
  let next = place.firstElementChild;
  for (const child of [...fresh.children]) {
    const old = staying(child);
    if (old !== null && old === next) {
      next = old.nextElementSibling;
      continue;
    }
    place.insertBefore(old ?? child, next);
    if (old === null) window.htmx.process(child);
  }
}

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
