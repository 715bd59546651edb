// Brings a case on screen up to date with a fresh copy from the server, piece by piece: what has
// not changed is not touched, so that nothing moves and nothing that is typed or focused is lost.
import { $, $$ } from "./dom.js";
import { wordTimes } from "./times.js";

/** What the server last sent for an element; scripts may have worded it anew since. */
const sent = new WeakMap();

const focusable = (item) => $$("a[href], button, summary, input, select, textarea", item);

const isKeyed = (part) => part.hasAttribute("data-keyed");

/** Takes note of what the server sent; to be called before anything changes it. */
export function remember(within) {
  for (const part of $$("[data-part]", within)) {
    if (isKeyed(part)) for (const item of part.children) sent.set(item, item.outerHTML);
    else sent.set(part, part.innerHTML);
  }
}

/** Brings `here` up to date; returns the entries that are new on the page. */
export function patch(here, fresh) {
  for (const name of Object.keys(fresh.dataset)) here.dataset[name] = fresh.dataset[name];
  const added = [];
  for (const part of $$("[data-part]", fresh)) {
    const old = $(`[data-part="${part.dataset.part}"]`, here);
    if (isKeyed(part)) added.push(...patchItems(old, part));
    else patchPart(old, part);
  }
  wordTimes(here);
  return added;
}

function patchPart(old, part) {
  const html = part.innerHTML;
  if (sent.get(old) === html) return;
  const hadFocus = old.contains(document.activeElement);
  old.replaceChildren(...part.childNodes);
  sent.set(old, html);
  window.htmx.process(old);
  if (hadFocus && document.activeElement === document.body) {
    (old.querySelector("button, a[href]") ?? $("#talk"))?.focus();
  }
}

function patchItems(list, fresh) {
  const added = [];
  const keys = new Set([...fresh.children].map((item) => item.id));
  for (const item of [...list.children]) if (!keys.has(item.id)) item.remove();
  let place = list.firstElementChild;
  for (const item of [...fresh.children]) {
    const html = item.outerHTML;
    const old = document.getElementById(item.id);
    if (old === null) {
      list.insertBefore(item, place);
      added.push(item);
    } else {
      if (old !== place) list.insertBefore(old, place);
      place = old.nextElementSibling;
      if (sent.get(old) === html) continue;
      const at = focusable(old).indexOf(document.activeElement);
      old.replaceWith(item);
      // Whoever is in it with the keyboard stays there.
      if (at >= 0) focusable(item)[at]?.focus({ preventScroll: true });
    }
    sent.set(item, html);
    window.htmx.process(item);
  }
  return added;
}
