// What an agent writes: kept as a draft until it is sent, counted as the network counts.
import { $, csrfHeader, toast } from "./dom.js";
import { count } from "./count.js";
import { look, sent as draftSent, take, typed as draftTyped } from "./drafts.js";
import { open, openId } from "./pane.js";
import { seenThrough, toEnd } from "./talk.js";

const NEAR = 20;

/** What was in the field when it was sent; more may have been typed since. */
let sentText = "";

const field = () => $("#reply-text");

const STATES = {
  saved: "draft saved",
  away: "draft kept in this browser; saving again…",
  refused: "this draft can't be saved",
};

export function startComposer() {
  document.addEventListener("case:shown", shown);
  document.addEventListener("case:changed", changed);
  document.addEventListener("input", (event) => {
    if (event.target === field()) typed();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-note]")) toggleNote();
    if (event.target.closest("[data-action=claim]")) claiming();
  });
  document.body.addEventListener("htmx:configRequest", configure);
  document.body.addEventListener("htmx:responseError", failed);
  document.body.addEventListener("htmx:sendError", failed);
  document.body.addEventListener("case:done", done);
  document.body.addEventListener("case:next", next);
  document.addEventListener("draft:state", (event) => drafted(event.detail));
  document.addEventListener("draft:elsewhere", (event) => elsewhere(event.detail));
  document.addEventListener("visibilitychange", () => document.hidden || (openId() && look(openId())));
}

function shown() {
  const { revision, savedAt, leftBy } = $("#composer").dataset;
  const there = { text: field().value, revision: Number(revision), at: Number(savedAt) };
  const text = take(openId(), there);
  if (field().value !== text) field().value = text;
  const left = leftBy !== "" && text === there.text;
  $("#draft-state").textContent = left ? `${leftBy} left this draft` : "";
  $("#draft-state").toggleAttribute("data-left", left);
  show();
}

function typed() {
  draftTyped(openId(), field().value, seenThrough());
  show();
}

/** Quiet while all goes well: words change when something is saved, or can't be. */
function drafted({ id, state }) {
  if (id !== openId()) return;
  const place = $("#draft-state");
  place.dataset.state = state;
  delete place.dataset.left;
  if (state !== "typing") place.textContent = STATES[state] ?? "";
}

/** The same person went on writing on another machine, and nobody types here. */
function elsewhere({ id, text }) {
  if (id !== openId()) return;
  field().value = text;
  show();
}

function show() {
  const composer = $("#composer");
  const { counting, max } = composer.dataset;
  const text = field().value;
  const tail = signature(text);
  $("#signs")?.toggleAttribute("hidden", tail === "");
  const left = Number(max) - count(counting, text.trim() === "" ? text : text.trimEnd() + tail);
  const counter = $("#counter");
  counter.textContent = left.toLocaleString("en");
  counter.title = `${left} of ${max} characters left`;
  counter.dataset.state = left < 0 ? "over" : left <= NEAR ? "near" : "";
  composer.toggleAttribute("data-draft", text !== "");
  const can = composer.dataset.standing === "mine" && left >= 0 && text.trim() !== "";
  $("#send").disabled = !can;
  $("#send-next").disabled = !can;
}

/** A caret with letters at the very end: whoever signs by hand is not signed for. */
const SIGNED = /\^\s?[\p{L}.]{1,20}\s*$/u;

/** What is put behind a text when it is sent. */
function signature(text) {
  const tail = $("#composer").dataset.signature;
  return SIGNED.test(text) || text.trimEnd().endsWith(tail.trim()) ? "" : tail;
}

function changed(event) {
  const { before, now, own } = event.detail;
  delete $("#composer").dataset.claiming;
  show();
  // What was sent back or withdrawn is its writer's draft again.
  if (before === "pending" && now !== "pending") look(openId());
  if (before === "mine" && now !== "mine" && !own) {
    const draft = field().value === "" ? "" : " Your draft is kept.";
    const taken = $("#composer [data-taken-over=true]")?.textContent.trim();
    const why = taken ? `${taken}.` : "You no longer hold this case.";
    toast(now === "pending" ? "The reply is on its way." : why + draft);
  }
}

function configure(event) {
  Object.assign(event.detail.headers, csrfHeader());
  if (event.detail.elt.id === "reply-form") {
    sentText = field().value;
    event.detail.parameters.set("token", $("#case").dataset.token);
    event.detail.parameters.set("seen", seenThrough());
  }
}

function failed(event) {
  delete $("#composer")?.dataset.claiming;
  const status = event.detail.xhr?.status ?? 0;
  const refusal = event.detail.xhr?.getResponseHeader("X-Refusal");
  if (refusal === "not-allowed") toast("Your role may not do this. Ask a lead or an administrator.");
  else if (status === 403) toast("This page is too old. Load it again; your draft is kept.");
  else if (status === 404) toast("This case is no longer there.");
  else toast("That did not get through. Nothing is lost; please try again.");
}

function done(event) {
  const { what, id } = event.detail;
  if (what === "replied") {
    sent(String(id));
    toEnd();
  } else if (what === "noted") {
    $("#note-text").value = "";
    $("#note-form").hidden = true;
    toEnd();
  }
}

/** Whoever claims begins to type at once: the field is there before the claim is. */
function claiming() {
  $("#composer").dataset.claiming = "yes";
  field().focus();
}

/** The draft has gone out; what was typed after that is a new one. */
function sent(id) {
  if (id !== openId()) {
    draftSent(id, "");
    return;
  }
  if (field().value === sentText) field().value = "";
  draftSent(id, field().value);
  show();
}

function next(event) {
  if (event.target.closest("#reply-form")) sent(openId());
  const { id } = event.detail;
  if (id === null) {
    toast("Nobody else is waiting.");
    return;
  }
  if ($("#case-pane") === null) location.assign(`/cases/${id}`);
  else open(id).then(() => field()?.focus());
}

/** Writes a reply, claiming the case first if it is free. */
export function reply() {
  if ($("#composer")?.dataset.standing === "mine") field().focus();
  else $("[data-action=claim]")?.click();
}

export function toggleNote() {
  const form = $("#note-form");
  if (form === null) return;
  form.hidden = !form.hidden;
  if (form.hidden) $("#talk").focus({ preventScroll: true });
  else $("#note-text").focus();
}

export const hasDraft = () => (field()?.value ?? "") !== "";
