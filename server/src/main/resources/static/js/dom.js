// Small helpers that every module uses.
export const $ = (selector, within = document) => within.querySelector(selector);
export const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

export const plural = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

const TOAST_MS = 6000;

/** Says something that needs no answer. */
export function toast(text) {
  const place = $("#toasts");
  const last = place.lastElementChild;
  if (last?.textContent === text) return;
  const note = document.createElement("p");
  note.className = "toast";
  note.textContent = text;
  place.append(note);
  setTimeout(() => note.remove(), TOAST_MS);
}

/** Tells those who can't see the page. */
export function say(text) {
  $("#said").textContent = text;
}

function cookie(name) {
  const found = document.cookie.split("; ").find((c) => c.startsWith(name + "="));
  return found ? decodeURIComponent(found.slice(name.length + 1)) : "";
}

export const csrfHeader = () => ({ "X-XSRF-TOKEN": cookie("XSRF-TOKEN") });

/** Whose session has ended signs in again, and comes back to where they were. */
export function signIn() {
  const to = location.pathname + location.search;
  location.assign(`/sign-in?${new URLSearchParams({ to })}`);
}

/**
 * A wish for `work`, done a moment later, one at a time: what is wished for while it is being done
 * may have come too late for it, and so is done once more.
 */
export function eventually(work, waitMs) {
  let timer = 0;
  let busy = false;
  let again = false;
  const run = async () => {
    timer = 0;
    busy = true;
    again = false;
    try {
      await work();
    } finally {
      busy = false;
      if (again) wish();
    }
  };
  const wish = () => {
    if (busy) again = true;
    else if (timer === 0) timer = setTimeout(run, waitMs);
  };
  return wish;
}

/**
 * Fetches a piece of page; null if it can't be had now. What the page fetches by itself says so: it
 * keeps no session alive.
 */
export async function fetchHtml(address, byItself = false) {
  const headers = { "HX-Request": "true" };
  if (byItself) headers["X-By-Itself"] = "1";
  try {
    const answer = await fetch(address, { headers });
    if (answer.status === 401) signIn();
    if (!answer.ok) return { status: answer.status, fragment: null };
    const template = document.createElement("template");
    template.innerHTML = await answer.text();
    return { status: answer.status, fragment: template.content };
  } catch {
    return { status: 0, fragment: null };
  }
}
