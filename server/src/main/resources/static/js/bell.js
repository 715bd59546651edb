// The bell: what concerns whoever is in front of the page, and how they hear of it.
import { $, $$, csrfHeader, fetchHtml, plural, say } from "./dom.js";
import { keepOpenWhile } from "./live.js";
import { open as openCase, openId } from "./pane.js";
import { wordTimes } from "./times.js";

const WANTED = "notices:browser";
const WITH_WORDS = "notices:words";

let unread = 0;
/** Whether this tab is the one that notifies for all tabs of this browser. */
let speaks = false;

const panel = () => $("#notices");

export function startBell() {
  const bell = $("#bell");
  if (bell === null) return;
  unread = Number(bell.dataset.unread);
  show();
  document.addEventListener("live", (event) => heard(event.detail));
  document.addEventListener("click", clicked);
  document.addEventListener("change", changed);
  panel().addEventListener("close", () => bell.setAttribute("aria-expanded", "false"));
  keepOpenWhile(() => speaks && wanted());
  // Whoever closes the tab that speaks leaves it to another.
  navigator.locks?.request("switchboard-notices", () => {
    speaks = true;
    return new Promise(() => {});
  });
}

function heard(frame) {
  const more = frame.unread > unread;
  const by = frame.unread - unread;
  unread = frame.unread;
  show();
  if (!more) return;
  say(plural(by, "new notification", "new notifications"));
  if (panel().open) fill();
  if (document.hidden && speaks && wanted()) notify();
}

function show() {
  const count = $("#unread");
  count.textContent = unread > 99 ? "99+" : String(unread);
  count.hidden = unread === 0;
  $("#bell").setAttribute("aria-label", unread === 0 ? "Notifications" : `Notifications, ${unread} not read`);
}

export async function openBell() {
  if (panel().open) {
    panel().close();
    return;
  }
  panel().showModal();
  $("#bell").setAttribute("aria-expanded", "true");
  await fill();
}

async function fill() {
  const { fragment } = await fetchHtml("/console/notifications");
  if (fragment === null) return;
  $("#notices-body").replaceChildren(fragment);
  wordTimes($("#notices-body"));
  $("#notices-read").hidden = $(".notice-item.unread", panel()) === null;
  showBrowser();
}

async function clicked(event) {
  if (event.target.closest("#bell")) return openBell();
  if (event.target.closest("#notices-read")) {
    await post("read", { through: $("#notices-inside").dataset.through });
    return fill();
  }
  if (event.target.closest("#browser-notices")) return askBrowser();
  if (event.target === panel()) return panel().close();
  const item = event.target.closest("a[data-notice]");
  if (item === null || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  await post("read", { id: item.dataset.notice });
  panel().close();
  if ($("#case-pane") === null || !item.dataset.noticeCase) location.assign(item.href);
  else if (openId() !== item.dataset.noticeCase) openCase(item.dataset.noticeCase);
}

function changed(event) {
  if (event.target.closest("#notice-kinds")) post("kinds", $$("#notice-kinds :checked").map((box) => ["kind", box.value]));
  else if (event.target.id === "browser-words") keep(WITH_WORDS, event.target.checked);
}

async function post(what, values) {
  try {
    await fetch(`/console/notifications/${what}`, { method: "POST", headers: csrfHeader(), body: new URLSearchParams(values) });
  } catch {
    // What was not noted stays unread.
  }
}

// Notifications of the browser: only if asked for with a click, and only from a tab that nobody sees.

const canNotify = () => "Notification" in window && "locks" in navigator;
const wanted = () => canNotify() && Notification.permission === "granted" && kept(WANTED);

async function askBrowser() {
  if (wanted()) keep(WANTED, false);
  else keep(WANTED, (await Notification.requestPermission()) === "granted");
  showBrowser();
}

function showBrowser() {
  $("#notice-browser").hidden = !canNotify();
  if (!canNotify()) return;
  const denied = Notification.permission === "denied";
  const button = $("#browser-notices");
  button.disabled = denied;
  button.textContent = denied
    ? "This browser does not allow it"
    : wanted()
      ? "Stop notifying me on this machine"
      : "Notify me on this machine";
  $("#browser-words-label").hidden = !wanted();
  $("#browser-words").checked = kept(WITH_WORDS);
}

/** Says what happened and not what customers wrote; words of colleagues only if chosen. */
async function notify() {
  const { fragment } = await fetchHtml("/console/notifications", true);
  const item = fragment?.querySelector(".notice-item.unread a");
  if (!item) return;
  const words = kept(WITH_WORDS) ? ($(".notice-words", item)?.textContent ?? "") : "";
  notification($("b", item).textContent, words, item.href);
}

/** Tells somebody who looks elsewhere, if they want it, what can't wait for them to come back. */
export function notifyAway(title, body, href) {
  if (document.hidden && speaks && wanted()) notification(title, body, href);
}

function notification(title, body, href) {
  const note = new Notification(title, { body, tag: "switchboard" });
  note.onclick = () => {
    focus();
    note.close();
    location.assign(href);
  };
}

function kept(key) {
  try {
    return localStorage.getItem(key) === "yes";
  } catch {
    return false;
  }
}

function keep(key, value) {
  try {
    if (value) localStorage.setItem(key, "yes");
    else localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing asks again.
  }
}
