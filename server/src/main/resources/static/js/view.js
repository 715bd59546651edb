// What this page shows, as its stream is told, so that the stream carries that and nothing else.
import { $, $$, csrfHeader } from "./dom.js";

const TELL_AFTER_MS = 80;
const TYPING_EVERY_MS = 3000;
const MAX_ROWS = 200;

/** A name of our own, the same as long as the page is open. */
const page = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

let seq = 0;
/** Up to which event all that is shown has been read; null if up to the last that we heard of. */
let since = null;
let told = "";
let connected = false;
let telling = 0;
let typedAt = 0;
/** Whether the list has been read anew: what is on it is no news any more. */
let fresh = false;

export function startView(first) {
  seq = first;
  document.addEventListener("view:changing", changing);
  document.body.addEventListener("htmx:beforeRequest", changing);
  for (const event of ["case:shown", "case:left", "visibilitychange"]) document.addEventListener(event, tellSoon);
  document.addEventListener("list:loaded", () => {
    fresh = true;
    tellSoon();
  });
  document.body.addEventListener("htmx:afterSwap", tellSoon);
  addEventListener("pagehide", leave);
  document.addEventListener("input", (event) => {
    if (event.target.id === "reply-text") typing();
  });
}

/** Nobody looks here any more; the server would notice only when it next has something to say. */
function leave() {
  if (!connected) return;
  connected = false;
  const body = new URLSearchParams({ page, after: seq, looking: false });
  fetch("/console/view", { method: "POST", keepalive: true, headers: { ...csrfHeader(), "X-By-Itself": "1" }, body }).catch(() => {});
}

/** What is read from now on may change before the stream knows that it is shown. */
function changing() {
  since ??= seq;
}

const openCase = () => $("#case")?.dataset.id ?? "0";

function values() {
  const list = $("#list");
  const kind = list ? "cases" : $("#triage") ? "triage" : $("#incidents, #incident") ? "incidents" : "other";
  const rows = $$("#rows > .row").slice(0, MAX_ROWS).map((row) => row.dataset.id);
  const all = { page, kind, open: openCase(), looking: String(!document.hidden) };
  if (list) all.tab = [list.dataset.state, list.dataset.waitingOn].filter(Boolean).join(".");
  if (rows.length > 0) all.rows = rows.join(",");
  return all;
}

/** As parameters for a stream that is to be opened. */
export function viewQuery(after) {
  const now = values();
  told = JSON.stringify(now);
  connected = false;
  const query = new URLSearchParams({ after: Math.min(after, since ?? after), ...now });
  return query;
}

/** The stream has said something: from now on it can be told. */
export function heard(number) {
  seq = number;
  if (connected) return;
  connected = true;
  tellSoon();
}

function tellSoon() {
  clearTimeout(telling);
  telling = setTimeout(() => tell(false), TELL_AFTER_MS);
}

function typing() {
  const now = Date.now();
  if (now - typedAt < TYPING_EVERY_MS || document.hidden) return;
  typedAt = now;
  tell(true);
}

async function tell(typing) {
  if (!connected) return;
  const now = values();
  const text = JSON.stringify(now);
  if (text === told && !typing && !fresh) {
    since = null;
    return;
  }
  told = text;
  const after = since ?? seq;
  since = null;
  const body = new URLSearchParams({ after, typing, fresh, ...now });
  fresh = false;
  try {
    const answer = await fetch("/console/view", { method: "POST", headers: { ...csrfHeader(), "X-By-Itself": "1" }, body });
    if (!answer.ok) told = "";
  } catch {
    // The stream breaks, too: when it is opened again it says what is shown.
    told = "";
  }
}
