// The list: rows change in place, what is new is announced and shown when asked for.
import { $, $$, fetchHtml, plural, say, toast } from "./dom.js";
import { wordTimes } from "./times.js";

const FETCH_EVERY_MS = 700;
const MAX_FETCH_IDS = 100;
const TYPING_MS = 250;

/** How many cases are on this list by now, but not on the screen: before the stream broke, and since. */
let before = 0;
let news = 0;
const changed = new Set();
let anything = false;
let fetching = 0;
let typing = 0;

const list = () => $("#list");
const rows = () => $$("#rows > .row");

/** The list's part of an address: which tab, brand and search. */
export function scope() {
  const { state, brand, q, waitingOn } = list().dataset;
  const query = new URLSearchParams();
  if (state !== "waiting") query.set("state", state);
  if (brand) query.set("brand", brand);
  if (q) query.set("q", q);
  if (waitingOn) query.set("waitingOn", waitingOn);
  return query;
}

export function withScope(path, query = scope()) {
  const text = query.toString();
  return text === "" ? path : `${path}?${text}`;
}

export function startList() {
  if (list() === null) return;
  document.addEventListener("live", (event) => live(event.detail));
  document.addEventListener("visibilitychange", () => document.hidden || later());
  document.addEventListener("click", (event) => {
    if (event.target.closest("#news")) reload();
  });
  document.addEventListener("input", (event) => {
    if (event.target.id !== "search") return;
    clearTimeout(typing);
    typing = setTimeout(search, TYPING_MS);
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches(".search")) return;
    event.preventDefault();
    clearTimeout(typing);
    search();
  });
  document.body.addEventListener("htmx:afterSwap", () => wordTimes($("#rows") ?? document));
}

async function search() {
  const query = scope();
  const words = $("#search").value.trim();
  if (words) query.set("q", words);
  else query.delete("q");
  await load(query, true);
  say(`${plural(rows().length, "case", "cases")} found`);
}

export const reload = () => load(scope(), true);

/**
 * Shows another list. Keeps the field for searching as it is if only the rows change, since
 * somebody may be typing there.
 */
export async function load(query, onlyRows = false, byItself = false) {
  document.dispatchEvent(new CustomEvent("view:changing"));
  const { fragment } = await fetchHtml(withScope("/console/list", query), byItself);
  if (fragment === null) {
    toast("The list can't be loaded just now.");
    return;
  }
  forget();
  const part = onlyRows ? "#list" : ".list-pane";
  const fresh = $(part, fragment);
  $(part).replaceWith(fresh);
  window.htmx.process(fresh);
  wordTimes(fresh);
  $("#list-scroll").scrollTop = 0;
  for (const tab of $$(".tab")) {
    if (tab.dataset.tab === list().dataset.state) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  document.dispatchEvent(new CustomEvent("list:loaded"));
}

function forget() {
  before = 0;
  news = 0;
  changed.clear();
  anything = false;
  announce();
}

function live(frame) {
  const shown = new Set(rows().map((row) => Number(row.dataset.id)));
  for (const id of frame.cases) if (shown.has(id)) changed.add(id);
  if (frame.first) before = news + before;
  news = list().dataset.q ? 0 : frame.news;
  if (frame.all) {
    anything = true;
    shown.forEach((id) => changed.add(id));
  }
  if (list().dataset.state === "mine") {
    const mine = rows().filter((row) => row.dataset.here === "yes").length;
    anything ||= frame.counts.mine > mine;
  }
  announce();
  later();
}

function later() {
  if (fetching === 0 && changed.size > 0 && !document.hidden) {
    fetching = setTimeout(fetchChanged, FETCH_EVERY_MS);
  }
}

async function fetchChanged() {
  const ids = [...changed].slice(0, MAX_FETCH_IDS);
  ids.forEach((id) => changed.delete(id));
  const query = scope();
  query.set("ids", ids.join(","));
  const asked = list();
  const { fragment } = await fetchHtml(withScope("/console/rows", query), true);
  fetching = 0;
  if (fragment !== null && asked === list()) {
    for (const fresh of $$(".row", fragment)) replaceRow(fresh);
    announce();
  }
  later();
}

function replaceRow(fresh) {
  const old = document.getElementById(fresh.id);
  if (old === null) return;
  const focused = old.contains(document.activeElement);
  if (old.hasAttribute("data-open")) fresh.setAttribute("data-open", "");
  wordTimes(fresh);
  old.replaceWith(fresh);
  document.dispatchEvent(new CustomEvent("row:fresh", { detail: fresh }));
  if (focused) $("a", fresh).focus();
}

/** The bar has its place on the page whether or not there is news. */
function announce() {
  const bar = $("#news");
  if (bar === null) return;
  const moved = rows().filter((row) => row.dataset.here === "no" && !isMine(row)).length;
  const n = list().dataset.q ? 0 : before + news;
  if (rows().length === 0 && n > 0) {
    load(scope(), true, true);
    return;
  }
  const words = [];
  if (n > 0) words.push(plural(n, "new case", "new cases"));
  else if (anything) words.push("The list has changed");
  if (moved > 0) words.push(`${moved.toLocaleString("en")} moved on`);
  const text = words.length === 0 ? "" : `${words.join(" · ")} – show`;
  if (bar.textContent !== text) bar.textContent = text;
  bar.hidden = text === "";
  bar.toggleAttribute("data-calm", n === 0);
}

/** What the agent did themselves is no news to them. */
const isMine = (row) => row.hasAttribute("data-open") || $(".badge.mine", row) !== null;

/** Moves the focus along the list. */
export function step(by) {
  const links = $$("#rows .row-link");
  if (links.length === 0) return;
  const here = links.findIndex((link) => link === document.activeElement);
  const open = links.findIndex((link) => link.parentElement.hasAttribute("data-open"));
  const from = here >= 0 ? here : open;
  const to = from < 0 ? 0 : Math.min(links.length - 1, Math.max(0, from + by));
  links[to].focus();
  links[to].scrollIntoView({ block: "nearest" });
}

/** Marks the row of the case that is open; null for none. */
export function markOpen(id) {
  for (const row of rows()) {
    const open = row.dataset.id === String(id);
    row.toggleAttribute("data-open", open);
    if (open) $("a", row).setAttribute("aria-current", "true");
    else $("a", row).removeAttribute("aria-current");
  }
}
