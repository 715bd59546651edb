// What a case is about: a dialog in which one key says it.
import { $, $$ } from "./dom.js";

export function startAbout() {
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-about]")) openAbout();
    if (event.target.closest("[data-close-about]")) $("#about").close();
  });
  document.body.addEventListener("case:done", (event) => {
    if (event.detail.what === "tagged") $("#about")?.close();
  });
}

export function openAbout() {
  const dialog = $("#about");
  if (dialog !== null && $("[data-intent], #about-text", dialog) !== null) dialog.showModal();
}

/** Numbers choose; fields keep what is typed. */
export function pressedInAbout(event) {
  const dialog = $("#about[open]");
  if (dialog === null) return;
  const chosen =
    event.key === "p" ? $("[data-problem]", dialog) : $$("[data-intent]", dialog).slice(0, 9)[Number(event.key) - 1];
  if (chosen) {
    event.preventDefault();
    chosen.click();
  }
}
