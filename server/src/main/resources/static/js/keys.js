// The keyboard. Keys do what buttons do: whatever has no button now has no key.
import { $, toast } from "./dom.js";
import { hasDraft, reply, toggleNote } from "./composer.js";
import { openBell } from "./bell.js";
import { answerOffer } from "./offers.js";
import { openHands } from "./hands.js";
import { incidentAct, judge, onIncident, onIncidents, stepIncident } from "./incidents.js";
import { step } from "./list.js";
import { openAbout, pressedInAbout } from "./about.js";
import { back, isArriving, openId } from "./pane.js";
import { act, onTriage, stepCard, undo } from "./triage.js";

const GO_MS = 1200;
const PLACES = {
  w: "waiting",
  m: "mine",
  c: "claimed",
  q: "paused",
  p: "pending",
  a: "answered",
  d: "closed",
  x: "exceptions",
  f: "floor",
  l: "flows",
  i: "incidents",
  u: "unsure",
  v: "worth-answering",
  s: "set-aside",
  k: "audit",
};

let going = 0;
let closing = null;

const press = (selector) => $(selector)?.click();

const KEYS = {
  j: () => walk(1),
  k: () => walk(-1),
  t: () => press("#take"),
  c: () => ($("[data-action=claim]") ? press("[data-action=claim]") : openHands("take-over")),
  f: () => openHands("hand-over"),
  p: () => unlessWriting("p", "pass the case on", "[data-action=pass-on]"),
  q: () => ($("[data-action=resume]") ? press("[data-action=resume]") : openHands("pause")),
  r: reply,
  e: () => (onIncident() ? incidentAct("resolve") : close()),
  a: () => (onIncident() ? incidentAct("acknowledge") : press("[data-action=approve]")),
  y: () => onIncident() && judge("confirm"),
  x: () => (onIncident() ? judge("reject") : openHands("send-back")),
  n: toggleNote,
  h: () => onTriage() && act("help"),
  s: () => (onTriage() ? act("set-aside") : setAside()),
  w: () => onTriage() && act("thank"),
  o: () => (onTriage() ? act("open") : onIncident() ? incidentAct("reopen") : answerOffer("accept") || answerOffer("back")),
  d: () => onTriage() || onIncident() || answerOffer("decline"),
  z: () => (onTriage() ? undo() : press("[data-action=undo], [data-action=withdraw]")),
  b: openBell,
  l: openAbout,
  i: () => press(onTriage() ? "[data-promise]" : "[data-facts]"),
  u: () => (onIncident() ? press("[data-back-incidents]") : openId() && back()),
  ".": () => press("#news:not([hidden])"),
  "/": () => $("#search")?.focus(),
  "?": () => $("#help").showModal(),
};

function walk(by) {
  if (onTriage()) stepCard(by);
  else if (onIncident() || onIncidents()) stepIncident(by);
  else step(by);
}

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
  if ($("dialog[open]")) {
    pressedInAbout(event);
    return;
  }
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

function close() {
  unlessWriting("e", "close the case", "[data-action=close]");
}

function setAside() {
  unlessWriting("s", "set the case aside", "[data-action=set-aside]");
}

/** A slip of the finger must not close a case that somebody is writing on. */
function unlessWriting(key, what, button) {
  if (hasDraft() && closing !== key + openId()) {
    closing = key + openId();
    toast(`There is a draft here. Press ${key} again to ${what} all the same.`);
    return;
  }
  closing = null;
  press(button);
}
