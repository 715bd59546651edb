// What takes a word more than a click: take over, hand over, send back.
import { $, fetchHtml } from "./dom.js";

const opened = () => $("details.hands[open]");

export function startHands() {
  document.addEventListener("toggle", toggled, true);
  document.addEventListener("click", (event) => {
    if (!event.target.closest("details.hands")) opened()?.removeAttribute("open");
  });
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && event.target.closest?.("details.hands[open]");
    if (!open) return;
    open.open = false;
    $("summary", open).focus();
    event.preventDefault();
    event.stopPropagation();
  }, true);
}

/** Opens the form behind a button, ready for what is typed next; without the button, nothing. */
export function openHands(which) {
  const hands = $(`details.hands[data-hands=${which}]`);
  if (!hands) return;
  hands.open = true;
  // The event comes a moment later, and the next key may be there before it.
  $("input", hands).focus();
}

function toggled(event) {
  const hands = event.target;
  if (!hands.matches?.("details.hands") || !hands.open) return;
  $("input", hands).focus();
  if (hands.dataset.hands === "hand-over") bringColleagues();
}

/** Names are brought when somebody asks for them: most cases are never handed over. */
async function bringColleagues() {
  const { fragment } = await fetchHtml("/console/colleagues", true);
  const list = $("#colleagues");
  if (fragment && list) list.replaceChildren(fragment);
}
