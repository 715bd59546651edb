// A draft that everybody could read, with personal data in it: said while it is written, and asked
// once more before it goes.
import { $, csrfHeader } from "./dom.js";

const PAUSE_MS = 400;
/** Without a digit, an @ or six capitals there is nothing to find. */
const MAY_HOLD = /[0-9@]|[A-Z]{6}/;

let waiting = 0;
/** The text that was looked at last, and whether its writer was told and sends it all the same. */
let looked = "";
let told = "";

const field = () => $("#reply-text");
const isPublic = () => $("#composer")?.dataset.public === "yes";

export function startPrivacy() {
  document.addEventListener("input", (event) => {
    if (event.target === field()) later();
  });
  document.addEventListener("case:shown", look);
  document.body.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.elt.id !== "reply-form") return;
    const text = field().value;
    event.detail.parameters.set("intended", String(told !== "" && told === text));
    // Whoever is refused has been told; the second click is deliberate.
    told = text;
  });
}

function later() {
  clearTimeout(waiting);
  if (field().value !== told) told = "";
  if (!MAY_HOLD.test(field().value)) show([]);
  else waiting = setTimeout(look, PAUSE_MS);
}

async function look() {
  const text = field()?.value ?? "";
  looked = text;
  if (!isPublic() || !MAY_HOLD.test(text)) {
    show([]);
    return;
  }
  const answer = await fetch("/console/personal-data", {
    method: "POST",
    headers: { ...csrfHeader(), "HX-Request": "true", "X-By-Itself": "1" },
    body: new URLSearchParams({ text }),
  }).catch(() => null);
  if (answer?.ok && looked === text && field()?.value === text) show((await answer.json()).kinds);
}

function show(kinds) {
  const place = $("#draft-shows");
  if (place === null) return;
  place.hidden = kinds.length === 0;
  $("span", place).textContent =
    kinds.length === 0 ? "" : `Everybody can read this reply, and it holds: ${kinds.join(", ")}.`;
}
