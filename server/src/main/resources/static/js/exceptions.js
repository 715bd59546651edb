// The page of exceptions: what is settled goes, what is new appears below.
import { $, fetchHtml } from "./dom.js";
import { wordTimes } from "./times.js";

const REFRESH_MS = 500;

let known = null;
let refreshing = 0;

export function startExceptions() {
  if ($("#exceptions") === null) return;
  document.addEventListener("live", (event) => {
    const now = event.detail.counts.exceptions;
    if (known !== null && known !== now && refreshing === 0) {
      refreshing = setTimeout(refresh, REFRESH_MS);
    }
    known = now;
  });
  document.body.addEventListener("htmx:afterSettle", () => wordTimes());
}

async function refresh() {
  const brand = document.body.dataset.brand;
  const query = brand ? `?${new URLSearchParams({ brand })}` : "";
  const { fragment } = await fetchHtml(`/console/exceptions${query}`, true);
  refreshing = 0;
  if (fragment === null) return;
  const here = $("#exceptions .cards");
  const ids = new Set();
  for (const card of fragment.querySelectorAll(".card")) {
    ids.add(card.id);
    if (document.getElementById(card.id) === null) {
      here.append(card);
      window.htmx.process(card);
    }
  }
  for (const card of [...here.children]) if (!ids.has(card.id)) card.remove();
  const empty = fragment.querySelector(".empty");
  $("#exceptions .empty")?.remove();
  if (empty) $("#exceptions").append(empty);
  wordTimes();
}
