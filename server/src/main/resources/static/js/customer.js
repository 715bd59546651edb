// The customer beside a case: a dialog in which an account is joined to them; and the invitation to go
// on in private, which is put into the draft.
import { $, say } from "./dom.js";
import { reply } from "./composer.js";

export function startCustomer() {
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-join]")) openJoin();
    if (event.target.closest("[data-close-join]")) $("#join").close();
    const invite = event.target.closest("[data-invite]");
    if (invite) invited(invite.dataset.invite);
  });
  document.body.addEventListener("case:done", (event) => {
    if (event.detail.what === "joined") $("#join")?.close();
  });
}

function openJoin() {
  $("#joinable").replaceChildren();
  $("#join-handle").value = "";
  $("#join").showModal();
}

/** Puts the invitation where the reply is written, after what is there. */
function invited(text) {
  const field = $("#reply-text");
  if (!field.value.includes(text)) {
    field.value = field.value.trim() === "" ? text : `${field.value.trimEnd()} ${text}`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    say("The invitation stands in your reply.");
  }
  reply();
}
