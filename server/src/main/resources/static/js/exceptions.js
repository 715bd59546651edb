// The page of exceptions: what is settled goes, what is new appears below its like.
import { $, $$, eventually, fetchHtml } from "./dom.js";
import { wordTimes } from "./times.js";

const REFRESH_MS = 500;

let known = null;

/** What the server last sent for an element: what is the same is not touched. */
const sent = new WeakMap();

export function startExceptions() {
  if ($("#exceptions") === null) return;
  document.addEventListener("live", (event) => {
    const now = event.detail.counts.exceptions;
    if (known !== null && known !== now) refreshSoon();
    known = now;
  });
  document.body.addEventListener("htmx:afterSettle", () => wordTimes());
}

const refreshSoon = eventually(refresh, REFRESH_MS);

async function refresh() {
  const brand = document.body.dataset.brand;
  const query = brand ? `?${new URLSearchParams({ brand })}` : "";
  const { fragment } = await fetchHtml(`/console/exceptions${query}`, true);
  if (fragment === null) return;
  for (const id of ["flowed", "jumps"]) replace(id, fragment);
  const groups = $$(".exception-group", fragment);
  groups.forEach(group);
  const ids = new Set(groups.map((section) => section.id));
  for (const here of $$("#sections > .exception-group")) if (!ids.has(here.id)) here.remove();
  const empty = fragment.querySelector(".empty");
  $("#exceptions .empty")?.remove();
  if (empty) $("#exceptions").append(empty);
  wordTimes();
}

/** Puts what has no state of its own in place of what was there. */
function replace(id, fragment) {
  const fresh = fragment.querySelector(`#${id}`);
  const old = document.getElementById(id);
  if (fresh && old && sent.get(old) === fresh.innerHTML) return;
  if (fresh) sent.set(fresh, fresh.innerHTML);
  if (fresh && old) old.replaceWith(fresh);
  else if (fresh) $("#sections").before(fresh);
  else old?.remove();
}

/** Cards stay where they are, with what somebody types into them; new ones come below. */
function group(fresh) {
  const here = document.getElementById(fresh.id);
  if (here === null) {
    const after = [...$("#sections").children].find((other) => rank(other) > rank(fresh));
    $("#sections").insertBefore(fresh, after ?? null);
    window.htmx.process(fresh);
    return;
  }
  for (const part of ["lines", "more"]) replace(`${fresh.id}-${part}`, fresh);
  const cards = $(".cards", here);
  const ids = new Set();
  for (const card of $$(".card", fresh)) {
    ids.add(card.id);
    if (document.getElementById(card.id) === null) {
      cards.append(card);
      window.htmx.process(card);
    }
  }
  for (const card of [...cards.children]) if (!ids.has(card.id)) card.remove();
}

const rank = (section) => Number(section.dataset.rank);
