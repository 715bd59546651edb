// The conversation that is open: kept up to date, without moving what is being read; and what of
// it the agent has had on screen, which is what a reply may claim to have seen.
import { $, $$, csrfHeader, eventually, fetchHtml, plural, say, toast } from "./dom.js";
import { withScope } from "./list.js";
import { isArriving, openId } from "./pane.js";
import { patch } from "./patch.js";

const SEEN_MS = 700;
const HEARTBEAT_MS = 30000;
const REFRESH_EVERY_MS = 250;
/** A claim lasts two minutes from the last beat: time to say that it is about to run out. */
const SAY_AFTER_MS = 75000;

/** The id of the last post that was on screen. */
let seen = "0";
let unread = 0;
let atEnd = true;
let lingering = 0;
let observer = null;
let sizes = null;
let beaten = 0;
/** Counts the agent's own actions: what was fetched before one of them ended is out of date. */
let actions = 0;

export const seenThrough = () => seen;

export function startTalk() {
  document.addEventListener("case:shown", shown);
  document.addEventListener("live", (event) => {
    if (openId() && concerns(event.detail)) refreshSoon();
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && openId()) {
      heartbeat();
      refreshSoon();
      linger();
    }
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("#below")) toEnd();
  });
  setInterval(heartbeat, HEARTBEAT_MS);
  registerPatch();
}

const concerns = ({ all, cases }) => all || cases.includes(Number(openId()));

function shown() {
  beaten = Date.now();
  observer?.disconnect();
  sizes?.disconnect();
  unread = 0;
  const talk = $("#talk");
  talk.scrollTop = talk.scrollHeight;
  seen = $("#case").dataset.last;
  showSeen();
  atEnd = true;
  observer = new IntersectionObserver(
    ([end]) => {
      atEnd = end.isIntersecting;
      linger();
    },
    { root: talk },
  );
  observer.observe($("#talk-end"));
  // Whoever reads the end still does when the field below grows.
  sizes = new ResizeObserver(() => {
    if (atEnd) talk.scrollTop = talk.scrollHeight;
  });
  sizes.observe(talk);
}

/** What stays on screen for a moment has been seen. */
function linger() {
  clearTimeout(lingering);
  if (!atEnd) return;
  unread = 0;
  showUnread();
  const { id, last } = $("#case").dataset;
  lingering = setTimeout(() => {
    if (atEnd && !document.hidden && openId() === id) {
      seen = last;
      showSeen();
    }
  }, SEEN_MS);
}

function showSeen() {
  const pane = $("#case");
  pane.dataset.seen = seen === pane.dataset.last ? "yes" : "no";
}

function showUnread() {
  const pill = $("#below");
  if (pill === null) return;
  pill.hidden = unread === 0;
  $("span", pill).textContent = `${plural(unread, "new post", "new posts")} below`;
}

export function toEnd() {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  $("#talk")?.scrollTo({ top: $("#talk").scrollHeight, behavior: calm ? "auto" : "smooth" });
}

/** Actions answer with the case as it is; htmx hands it to `patch` instead of swapping it in. */
function registerPatch() {
  window.htmx.defineExtension("patch", {
    isInlineSwap: (style) => style === "patch",
    handleSwap: (style, target, fragment) => {
      if (style !== "patch") return false;
      const card = fragment.querySelector(".post-card");
      if (card) {
        document.dispatchEvent(new CustomEvent("card:fresh", { detail: card }));
        return [];
      }
      const incident = fragment.querySelector("#incident");
      if (incident) {
        document.dispatchEvent(new CustomEvent("incident:fresh", { detail: incident }));
        return [];
      }
      actions++;
      const fresh = fragment.querySelector("#case");
      if (fresh && fresh.dataset.id === openId()) apply(fresh, true);
      return [];
    },
  });
}

const refreshSoon = eventually(refresh, REFRESH_EVERY_MS);

async function refresh() {
  const id = openId();
  if (id === null) return;
  const begun = actions;
  const { fragment } = await fetchHtml(withScope(`/console/cases/${id}`), true);
  if (fragment === null || openId() !== id) return;
  // A button that is replaced before its answer comes would lose it.
  if (actions === begun && !isArriving()) apply($("#case", fragment), false);
  else refreshSoon();
}

function apply(fresh, own) {
  const pane = $("#case");
  const before = pane.dataset.standing;
  const notice = own ? null : $("[data-part=notice]", fresh);
  // A notice is about what the agent did; only what they do next may take it away.
  notice?.remove();
  const added = patch(pane, fresh);
  $("#composer").dataset.standing = pane.dataset.standing;
  showSeen();
  const posts = added.filter((entry) => entry.matches(".theirs, .ours"));
  for (const entry of added) entry.classList.add("fresh");
  if (posts.length > 0) arrived(posts, own);
  atEnd = endIsInView();
  if (seen !== pane.dataset.last || posts.length > 0) linger();
  document.dispatchEvent(
    new CustomEvent("case:changed", { detail: { before, now: pane.dataset.standing, own } }),
  );
}

function arrived(posts, own) {
  if (own) posts[0].scrollIntoView({ block: "nearest" });
  say(`${plural(posts.length, "new post", "new posts")} in this conversation`);
  const bottom = $("#talk").getBoundingClientRect().bottom;
  unread += posts.filter((post) => post.getBoundingClientRect().bottom > bottom).length;
  showUnread();
}

/** The observer speaks of changes only, and a frame late: look for ourselves. */
function endIsInView() {
  const talk = $("#talk").getBoundingClientRect();
  return $("#talk-end").getBoundingClientRect().top < talk.bottom;
}

/** Keeps the claim while the case is open here. */
async function heartbeat() {
  const pane = $("#case");
  if (pane?.dataset.standing !== "mine") {
    beaten = Date.now();
    return;
  }
  const body = new URLSearchParams({ token: pane.dataset.token });
  try {
    const answer = await fetch(`/console/cases/${pane.dataset.id}/heartbeat`, {
      method: "POST",
      headers: csrfHeader(),
      body,
    });
    if (answer.status === 409) refreshSoon();
    if (answer.ok) beaten = Date.now();
  } catch {
    // The next beat tries again, and the claim may run out meanwhile.
    if (Date.now() - beaten > SAY_AFTER_MS) toast("The server is out of reach: your claim on this case is about to run out.");
  }
}
