// The directory, kept fresh; and people from a file: first what it would do, then doing it.
import { $, $$, csrfHeader, fetchHtml, signIn, toast } from "./dom.js";
import { wordTimes } from "./times.js";

const FRESH_MS = 15_000;

export function startStaff() {
  if ($(".staff-list")) setInterval(() => document.hidden || freshen(), FRESH_MS);
  const form = $("#staff-form");
  if (!form) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(true, $("#staff-preview"));
  });
  $("#staff-file").addEventListener("change", () => $("#staff-imported").replaceChildren());
  $("#staff-imported").addEventListener("click", (event) => {
    if (event.target.id === "staff-run") send(false, event.target);
  });
}

async function send(preview, button) {
  button.disabled = true;
  try {
    const answer = await fetch(`/console/people/import?preview=${preview}`, {
      method: "POST",
      headers: { ...csrfHeader(), "HX-Request": "true", "Content-Type": "text/csv" },
      body: $("#staff-file").files[0],
    });
    if (answer.status === 401) return signIn();
    if (answer.headers.get("Content-Type")?.startsWith("text/html") && answer.status !== 403) {
      $("#staff-imported").innerHTML = await answer.text();
    } else toast("That did not get through. Load the page again and repeat what you did.");
  } catch {
    toast("The server did not answer. Whoever was added before is kept; send the file again.");
  } finally {
    button.disabled = false;
  }
}

/** Who came, who went, who holds how much; a row that somebody is in with the keyboard waits. */
async function freshen() {
  const { fragment } = await fetchHtml(location.pathname + location.search, true);
  if (!fragment) return;
  for (const row of $$(".staff-row", fragment)) {
    const here = document.getElementById(row.id);
    if (!here || here.contains(document.activeElement)) continue;
    wordTimes(row);
    if (here.innerHTML !== row.innerHTML) here.replaceChildren(...row.childNodes);
  }
}
