// Which case is open, beside the list or instead of it, and what the address says.
import { $, fetchHtml, toast } from "./dom.js";
import { load, markOpen, scope, withScope } from "./list.js";
import { remember } from "./patch.js";
import { wordTimes } from "./times.js";

let opening = 0;
/** Cases and answers that are on their way. */
let arriving = 0;

/** Whether what is on screen is about to change; a key pressed now may be meant for the next. */
export const isArriving = () => arriving > 0;

export const openId = () => $("#case")?.dataset.id ?? null;

export function startPane() {
  if ($("#case-pane") === null) return;
  document.addEventListener("click", clicked);
  document.addEventListener("list:loaded", () => {
    markOpen(openId());
    history.replaceState(null, "", address());
  });
  addEventListener("popstate", followAddress);
  document.body.addEventListener("htmx:beforeRequest", () => arriving++);
  document.body.addEventListener("htmx:afterRequest", () => arriving--);
  markOpen(openId());
  shown();
}

const address = () => withScope(openId() ? `/cases/${openId()}` : "/");

function clicked(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey) return;
  if (event.shiftKey || event.altKey) return;
  const row = event.target.closest("a[data-case]");
  const tab = event.target.closest('a[data-tab]:not([data-page]), a[data-turn]');
  if (row) {
    event.preventDefault();
    open(row.dataset.case);
  } else if (tab) {
    event.preventDefault();
    load(new URL(tab.href).searchParams);
  } else if (event.target.closest("[data-facts]")) {
    $("#case").toggleAttribute("data-unfolded");
  } else if (event.target.closest("[data-back]")) {
    event.preventDefault();
    back();
  }
}

/** Opens a case; the list stays as it is. */
export async function open(id, push = true) {
  const mine = ++opening;
  document.dispatchEvent(new CustomEvent("view:changing"));
  arriving++;
  const { status, fragment } = await fetchHtml(withScope(`/console/cases/${id}`));
  arriving--;
  if (mine !== opening) return;
  if (fragment === null) {
    toast(status === 404 ? `There is no case ${id}.` : "The case can't be loaded just now.");
    return;
  }
  document.dispatchEvent(new CustomEvent("case:leaving"));
  $("#case-pane").replaceChildren(fragment);
  window.htmx.process($("#case"));
  document.body.dataset.screen = "case";
  if (push) history.pushState(null, "", address());
  markOpen(id);
  document.title = `${$("#case").dataset.author} · Switchboard`;
  shown();
  if (document.activeElement === document.body) $("#talk").focus({ preventScroll: true });
}

function shown() {
  const pane = $("#case");
  if (pane === null) return;
  remember(pane);
  wordTimes(pane);
  document.dispatchEvent(new CustomEvent("case:shown"));
}

/** To the list. On a wide page both are there, so only the focus moves. */
export function back() {
  const id = openId();
  if (getComputedStyle($(".list-pane")).display === "none") {
    document.body.dataset.screen = "list";
    document.dispatchEvent(new CustomEvent("case:leaving"));
    $("#case-pane").replaceChildren();
    document.dispatchEvent(new CustomEvent("case:left"));
    history.pushState(null, "", address());
  }
  const row = id && document.getElementById(`row-${id}`);
  $("a", row ?? $("#rows"))?.focus();
}

async function followAddress() {
  const query = new URL(location.href).searchParams;
  if (query.toString() !== scope().toString()) await load(query);
  const id = location.pathname.match(/^\/cases\/(\d+)$/)?.[1];
  if (id) await open(id, false);
  else location.reload();
}
