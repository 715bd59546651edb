// What is offered to whoever is in front of the page: it rings, time runs, one key accepts.
import { $, $$, eventually, fetchHtml, say } from "./dom.js";
import { notifyAway } from "./bell.js";
import { wordTimes } from "./times.js";

const LOOK_AFTER_MS = 100;
const TICK_MS = 250;

/** Until when each offer holds, by the page's own clock: nobody's clock needs to be right. */
const until = new Map();

const cards = () => $$("#offers .offer");

export function startOffers() {
  if ($("#offers") === null) return;
  document.addEventListener("live", (event) => {
    if (event.detail.first || event.detail.offers || event.detail.all) soon();
  });
  document.body.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.requestConfig?.path?.startsWith("/console/offers/")) shown();
  });
  setInterval(tick, TICK_MS);
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
  const here = cards().map((card) => card.id).join();
  const there = $$(".offer", fresh).map((card) => card.id).join();
  // What is there stays as it is: somebody may be reading why, or be about to press.
  if (here === there) return;
  const focused = document.activeElement.closest?.("#offers .offer")?.id;
  const how = document.activeElement.dataset?.offer;
  $("#offers").replaceWith(fresh);
  window.htmx.process(fresh);
  shown();
  if (focused && how) $(`#${focused} [data-offer=${how}]`)?.focus();
}, LOOK_AFTER_MS);

function shown() {
  wordTimes($("#offers"));
  const ids = new Set(cards().map((card) => card.id));
  for (const id of until.keys()) if (!ids.has(id)) until.delete(id);
  for (const card of cards()) {
    if (until.has(card.id)) continue;
    until.set(card.id, performance.now() + Number(card.dataset.left));
    const { author, about } = card.dataset;
    say(`A case for you, from ${author}: ${about}. ${Math.round(card.dataset.left / 1000)} seconds to answer.`);
    notifyAway("A case for you", about, `/cases/${card.dataset.case}`);
  }
  tick();
}

function tick() {
  for (const card of cards()) {
    const left = (until.get(card.id) ?? 0) - performance.now();
    if (left <= 0) {
      card.remove();
      continue;
    }
    const seconds = String(Math.ceil(left / 1000));
    const place = $(".offer-left b", card);
    if (place.textContent !== seconds) place.textContent = seconds;
    $(".fill", card).setAttribute("width", String((100 * left) / Number(card.dataset.lasts)));
  }
}
