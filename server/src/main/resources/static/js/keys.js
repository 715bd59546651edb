// The keyboard. Keys do what buttons do: whatever has no button now has no key.
import { $, toast } from "./dom.js";
import { hasDraft, reply, toggleNote } from "./composer.js";
import { step } from "./list.js";
import { back, isArriving, openId } from "./pane.js";

const GO_MS = 1200;
const PLACES = { w: "waiting", m: "mine", c: "claimed", p: "pending", a: "answered", d: "closed", x: "exceptions" };

let going = 0;
let closing = null;

const press = (selector) => $(selector)?.click();

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  t: () => press("#take"),
  c: () => press("[data-action=claim]"),
  r: reply,
  e: close,
  n: toggleNote,
  i: () => press("[data-facts]"),
  u: () => openId() && back(),
  ".": () => press("#news:not([hidden])"),
  "/": () => $("#search")?.focus(),
  "?": () => $("#help").showModal(),
};

export function startKeys() {
  document.addEventListener("keydown", pressed);
  $("#help-open").addEventListener("click", () => $("#help").showModal());
  $("#brand")?.addEventListener("change", (event) => event.target.form.submit());
}

const isField = (element) => element.matches("input, textarea, select");

function pressed(event) {
  if (event.defaultPrevented || event.isComposing) return;
  if (event.target.id === "reply-text" && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    press(event.shiftKey ? "#send-next" : "#send");
    return;
  }
  if (event.target.id === "note-text" && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    $("#note-form").requestSubmit();
    return;
  }
  if (event.key === "Escape" && isField(event.target)) {
    event.target.blur();
    if (event.target.id === "note-text") toggleNote();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
  if ($("dialog[open]")) return;
  if (isArriving()) {
    event.preventDefault();
    return;
  }
  if (event.timeStamp < going && PLACES[event.key]) {
    going = 0;
    event.preventDefault();
    press(`[data-tab="${PLACES[event.key]}"]`);
  } else if (event.key === "g") {
    going = event.timeStamp + GO_MS;
  } else if (KEYS[event.key]) {
    event.preventDefault();
    KEYS[event.key]();
  }
}

/** A slip of the finger must not close a case that somebody is writing on. */
function close() {
  if (hasDraft() && closing !== openId()) {
    closing = openId();
    toast("There is a draft here. Press e again to close the case all the same.");
    return;
  }
  closing = null;
  press("[data-action=close]");
}
