// The counts beside the tabs, and the bars of the chart.
import { $$ } from "./dom.js";

const BAR_WIDTH = 184;
const MIN_BAR = 4;

export function startCounts() {
  // On a narrow screen the tabs are a strip that may begin far from where one is.
  $$('.tab[aria-current="page"]')[0]?.scrollIntoView({ block: "nearest", inline: "center" });
  show(shown("exceptions"), shown("incidents"));
  document.addEventListener("live", (event) => update(event.detail.counts));
}

function update(counts) {
  for (const place of $$("[data-count]")) {
    const count = counts[place.dataset.count];
    const text = count.toLocaleString("en") + (count >= Number(place.dataset.most ?? Infinity) ? "+" : "");
    if (place.textContent !== text) place.textContent = text;
  }
  show(counts.exceptions, counts.incidents);
  const bars = $$("[data-bar]");
  const most = Math.max(1, ...bars.map((bar) => counts[bar.dataset.bar]));
  for (const bar of bars) {
    const width = MIN_BAR + Math.floor((BAR_WIDTH * counts[bar.dataset.bar]) / most);
    bar.setAttribute("width", width);
  }
}

const shown = (tab) => Number($$(`[data-tab="${tab}"] .count`)[0]?.textContent.replaceAll(",", ""));

function show(exceptions, incidents) {
  for (const tab of $$(".troubles")) tab.toggleAttribute("data-some", exceptions > 0);
  for (const tab of $$(".incidents-tab")) tab.toggleAttribute("data-some", incidents > 0);
}
