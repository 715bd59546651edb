// People, keys, one's account, and import: copying what is shown once, and sending a file.
import { $, $$, csrfHeader, signIn, toast } from "./dom.js";

export function startSettings() {
  if (document.body.dataset.screen !== "settings") return;
  import("./password.js");
  for (const button of $$("[data-copy]")) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", () => copy(button.dataset.copy));
  }
  $("#import-form")?.addEventListener("submit", send);
}

async function copy(id) {
  const field = document.getElementById(id);
  field.select();
  await navigator.clipboard.writeText(field.value);
  toast("Copied.");
}

async function send(event) {
  event.preventDefault();
  const button = $("#import");
  const place = $("#imported");
  button.disabled = true;
  button.textContent = "Reading…";
  try {
    const answer = await fetch("/console/import", {
      method: "POST",
      headers: { ...csrfHeader(), "HX-Request": "true", "Content-Type": "application/octet-stream" },
      body: $("#file").files[0],
    });
    if (answer.status === 401) return signIn();
    if (answer.headers.get("Content-Type")?.startsWith("text/html") && answer.status !== 403) {
      place.innerHTML = await answer.text();
    } else toast("That did not get through. Load the page again and repeat what you did.");
  } catch {
    toast("The server did not answer. What was read before is kept; send the file again.");
  } finally {
    button.disabled = false;
    button.textContent = "Import";
  }
}
