// The switch by which one says whether one works: in the header of every page.
import { $, csrfHeader, signIn, say, toast } from "./dom.js";

const TAKES = /\/console\/(next|cases\/\d+\/claim)$/;

export function startPresence() {
  if (!$("#presence")) return;
  document.addEventListener("submit", choose);
  document.addEventListener("click", (event) => {
    const open = $("#presence[open]");
    if (open && !open.contains(event.target)) open.open = false;
  });
  document.addEventListener("keydown", (event) => {
    const open = $("#presence[open]");
    if (event.key !== "Escape" || !open) return;
    open.open = false;
    $("summary", open).focus();
    event.stopPropagation();
  }, true);
  document.addEventListener("presence:moved", look);
  // Whoever takes a case is at work.
  document.body.addEventListener("htmx:afterRequest", (event) => {
    if (TAKES.test(event.detail.requestConfig?.path?.split("?")[0] ?? "")) look();
  });
}

async function choose(event) {
  if (!event.target.matches(".presence-choice")) return;
  event.preventDefault();
  const word = event.submitter?.value ?? "";
  await bring("/console/presence", {
    method: "POST",
    headers: { ...csrfHeader(), "HX-Request": "true" },
    body: new URLSearchParams({ presence: word }),
  });
  document.dispatchEvent(new CustomEvent("presence:chosen"));
  $("#presence summary")?.focus();
  say(`You are ${$("#presence .dot")?.dataset.presence ?? "as before"}.`);
}

const look = () => bring("/console/presence", { headers: { "HX-Request": "true", "X-By-Itself": "1" } });

async function bring(address, options) {
  try {
    const answer = await fetch(address, options);
    if (answer.status === 401) return signIn();
    if (answer.status === 204) return;
    if (!answer.ok) return toast("That did not get through. Load the page again.");
    const template = document.createElement("template");
    template.innerHTML = await answer.text();
    $("#presence").replaceWith(template.content);
  } catch {
    toast("The server did not answer; what you are stays as it was.");
  }
}
