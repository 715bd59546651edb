// One stream a tab. It tells what changes; others fetch what they show of it.
import { $, signIn } from "./dom.js";
import { heard, startView, viewQuery } from "./view.js";

const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 15000;
const SAY_AFTER_MS = 1500;
/** Browsers have few connections to one host: a tab that nobody looks at gives its own back. */
const HIDDEN_MS = 20000;

let source = null;
let seq = 0;
let pause = FIRST_PAUSE_MS;
let retry = 0;
let hiding = 0;
let saying = 0;

/** One tab of a browser goes on listening in the background, for those who want to be notified. */
let staysOpen = () => false;

export function keepOpenWhile(condition) {
  staysOpen = condition;
}

export function startLive() {
  seq = Number(document.body.dataset.seq);
  startView(seq);
  connect();
  document.addEventListener("visibilitychange", () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(() => staysOpen() || disconnect(), HIDDEN_MS);
    else if (source === null) connect();
  });
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", () => source ?? connect());
  addEventListener("online", () => source ?? connect());
}

function connect() {
  clearTimeout(retry);
  const brand = document.body.dataset.brand;
  const query = viewQuery(seq);
  let first = true;
  if (brand) query.set("brand", brand);
  source = new EventSource(`/console/live?${query}`);
  source.onmessage = (message) => {
    const frame = JSON.parse(message.data);
    seq = Math.max(seq, frame.seq);
    frame.first = first;
    first = false;
    heard(seq);
    pause = FIRST_PAUSE_MS;
    show("live");
    document.documentElement.dataset.live = "yes";
    document.dispatchEvent(new CustomEvent("live", { detail: frame }));
  };
  source.onerror = again;
}

function disconnect() {
  source?.close();
  source = null;
  clearTimeout(retry);
}

function again() {
  disconnect();
  show("away");
  retry = setTimeout(comeBack, pause * (0.75 + Math.random() / 2));
  pause = Math.min(pause * 2, MAX_PAUSE_MS);
}

/** A stream does not say why it broke: it may be that one has been signed out. */
async function comeBack() {
  try {
    const answer = await fetch("/console/here", { headers: { "HX-Request": "true" } });
    if (answer.status === 401) return signIn();
  } catch {
    // The server is away; so say the next tries.
  }
  if (source === null && !document.hidden) connect();
}

/** A break of a moment is not worth a word. */
function show(state) {
  const place = $("#link-state");
  if (state === "live") {
    clearTimeout(saying);
    saying = 0;
    place.dataset.state = "live";
    $("span", place).textContent = "live";
  } else if (saying === 0) {
    saying = setTimeout(() => {
      place.dataset.state = "away";
      $("span", place).textContent = "reconnecting…";
    }, SAY_AFTER_MS);
  }
}
