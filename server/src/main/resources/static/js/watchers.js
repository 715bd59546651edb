// Who else looks at what is shown here, and who types: in words on the case, as small marks on rows.
import { $, $$ } from "./dom.js";

/** By case: names, and whether they type. */
const watchers = new Map();

export function startWatchers() {
  document.addEventListener("live", (event) => heard(event.detail));
  document.addEventListener("case:shown", showCase);
  document.addEventListener("row:fresh", (event) => showRow(event.detail));
  document.addEventListener("list:loaded", () => $$("#rows > .row").forEach(showRow));
  document.body.addEventListener("htmx:afterSwap", () => $$("#rows > .row").forEach(showRow));
}

function heard(frame) {
  if (frame.first) watchers.clear();
  for (const [id, ...people] of frame.watchers) {
    if (people.length === 0) watchers.delete(String(id));
    else watchers.set(String(id), people);
    const row = document.getElementById(`row-${id}`);
    if (row) showRow(row);
  }
  if (frame.first) $$("#rows > .row").forEach(showRow);
  if (frame.first || frame.watchers.some(([id]) => String(id) === $("#case")?.dataset.id)) showCase();
}

const sentence = (people) => people.map(([name, typing]) => `${name} is ${typing ? "typing" : "looking"}`);

function showCase() {
  const place = $("#watchers");
  if (place === null) return;
  const people = watchers.get($("#case").dataset.id) ?? [];
  const words = sentence(people).join(" · ");
  if (place.textContent !== words) place.textContent = words;
  place.toggleAttribute("data-typing", people.some(([, typing]) => typing));
  place.hidden = people.length === 0;
}

function showRow(row) {
  const people = watchers.get(row.dataset.id) ?? [];
  const old = $(".row-watchers", row);
  if (people.length === 0) {
    old?.remove();
    return;
  }
  const place = old ?? document.createElement("span");
  place.className = "row-watchers";
  const words = sentence(people).join(", ");
  if (place.title === words) return;
  place.title = words;
  place.replaceChildren(...people.slice(0, 3).map(mark), hidden(words));
  if (old === null) $(".row-meta", row).append(place);
}

function mark([name, typing]) {
  const circle = document.createElement("span");
  circle.className = "watcher";
  circle.setAttribute("aria-hidden", "true");
  circle.toggleAttribute("data-typing", typing);
  circle.textContent = initials(name);
  return circle;
}

function hidden(words) {
  const text = document.createElement("span");
  text.className = "hidden-words";
  text.textContent = words;
  return text;
}

function initials(name) {
  const letters = name.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? ["?"];
  return letters.slice(0, 2).join("").toUpperCase();
}
