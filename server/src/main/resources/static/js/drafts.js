// What an agent writes is kept on the server, a moment after they typed it, one save at a time. This
// browser keeps a copy only of what the server does not have yet.
import { csrfHeader, signIn } from "./dom.js";

const SAVE_AFTER_MS = 1000;
const FIRST_PAUSE_MS = 2000;
const MAX_PAUSE_MS = 30000;

/** By case: what is in the field, what the server has, under which number. */
const drafts = new Map();

const keyOf = (id) => `draft:${document.body.dataset.agent}:${id}`;
const isUnsaved = (draft) => draft.text !== draft.kept;

export function startDrafts() {
  document.addEventListener("case:leaving", saveAll);
  document.addEventListener("visibilitychange", () => document.hidden && saveAll());
  addEventListener("pagehide", saveAll);
  addEventListener("online", saveAll);
}

/** A case is on screen, with what the server has of it; answers what the field should hold. */
export function take(id, there) {
  for (const [other, draft] of drafts) if (other !== id && !isUnsaved(draft) && !draft.saving) drafts.delete(other);
  const here = drafts.get(id);
  if (here && (isUnsaved(here) || here.saving)) return here.text;
  const copy = readCopy(id);
  const draft = { text: there.text, kept: there.text, revision: there.revision, seen: "0", timer: 0, pause: FIRST_PAUSE_MS, saving: false };
  drafts.set(id, draft);
  if (copy !== null && isLater(copy, there)) {
    draft.text = copy.text;
    if (isUnsaved(draft)) saveLater(id, draft, 0);
  }
  if (!isUnsaved(draft)) dropCopy(id);
  return draft.text;
}

/** What has gone from the server was sent or put away on another machine. */
const isLater = (copy, there) => (there.revision === 0 ? copy.revision === 0 : copy.at > there.at);

export function typed(id, text, seen) {
  const draft = drafts.get(id);
  if (draft === undefined) return;
  draft.text = text;
  draft.seen = seen;
  if (isUnsaved(draft)) {
    writeCopy(id, draft);
    saveLater(id, draft, SAVE_AFTER_MS);
  } else dropCopy(id);
  tell(id, draft);
}

/** The reply has gone out, and the draft with it; `rest` was typed meanwhile. */
export function sent(id, rest) {
  const draft = drafts.get(id);
  if (draft === undefined) return dropCopy(id);
  // A save that is still on its way may come after the reply: then it is taken back.
  draft.kept = "";
  draft.text = rest;
  if (!draft.saving) draft.revision = 0;
  if (isUnsaved(draft)) typed(id, rest, draft.seen);
  else dropCopy(id);
  tell(id, draft);
}

/** Looks whether another machine went on with it. */
export async function look(id) {
  const draft = drafts.get(id);
  if (draft === undefined || isUnsaved(draft) || draft.saving) return;
  try {
    const answer = await fetch(`/console/cases/${id}/draft`, { headers: { "X-By-Itself": "1" } });
    if (!answer.ok || isUnsaved(draft) || draft.saving || drafts.get(id) !== draft) return;
    const there = await answer.json();
    if (there.revision !== draft.revision) adopt(id, draft, there);
  } catch {
    // Another look comes soon enough.
  }
}

function saveLater(id, draft, wait) {
  clearTimeout(draft.timer);
  draft.timer = setTimeout(() => save(id, draft), wait);
}

function saveAll(event) {
  for (const [id, draft] of drafts) if (isUnsaved(draft)) save(id, draft, event?.type === "pagehide");
}

async function save(id, draft, keepalive = false) {
  clearTimeout(draft.timer);
  if (draft.saving || !isUnsaved(draft)) return;
  draft.saving = true;
  const { text, seen } = draft;
  const revision = draft.revision + 1;
  const answer = await send(id, { text, seen, revision }, keepalive);
  draft.saving = false;
  if (answer?.status === 204) {
    draft.kept = text;
    draft.revision = text === "" ? 0 : revision;
    draft.pause = FIRST_PAUSE_MS;
    draft.trouble = "";
  } else if (answer?.status === 409) {
    overtaken(id, draft, await answer.json());
  } else if (answer?.status === 401) {
    return signIn();
  } else {
    failed(draft, answer?.status ?? 0);
  }
  if (!isUnsaved(draft)) dropCopy(id);
  else if (draft.trouble !== "refused") saveLater(id, draft, draft.trouble ? draft.pause : SAVE_AFTER_MS);
  tell(id, draft);
}

async function send(id, values, keepalive) {
  try {
    return await fetch(`/console/cases/${id}/draft`, {
      method: "POST",
      keepalive,
      headers: { ...csrfHeader(), "HX-Request": "true" },
      body: new URLSearchParams(values),
    });
  } catch {
    return null;
  }
}

function failed(draft, status) {
  draft.trouble = status === 400 || status === 403 || status === 404 ? "refused" : "away";
  draft.pause = Math.min(draft.pause * 2, MAX_PAUSE_MS);
}

/** Somebody types here now: their words are the last. Otherwise those of the other machine are. */
function overtaken(id, draft, there) {
  const typing = document.hasFocus() && document.activeElement?.id === "reply-text";
  if (typing) draft.revision = there.revision;
  else adopt(id, draft, there);
}

function adopt(id, draft, there) {
  draft.text = there.text;
  draft.kept = there.text;
  draft.revision = there.revision;
  document.dispatchEvent(new CustomEvent("draft:elsewhere", { detail: { id, text: there.text } }));
}

function tell(id, draft) {
  const state = draft.text === "" && !isUnsaved(draft) ? "" : isUnsaved(draft) ? (draft.trouble ?? "") || "typing" : "saved";
  document.dispatchEvent(new CustomEvent("draft:state", { detail: { id, state } }));
}

function readCopy(id) {
  try {
    return JSON.parse(localStorage.getItem(keyOf(id)));
  } catch {
    return null;
  }
}

function writeCopy(id, { text, revision }) {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify({ text, revision, at: Date.now() }));
  } catch {
    // A browser that keeps nothing: the server will.
  }
}

function dropCopy(id) {
  try {
    localStorage.removeItem(keyOf(id));
  } catch {
    // Then there is none.
  }
}
