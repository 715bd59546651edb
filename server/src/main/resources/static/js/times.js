// Words every <time> for the reader: how long ago, or when.
import { $$ } from "./dom.js";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const year = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const full = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "medium" });

/** A length of time in its largest unit. */
export function age(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  if (s < MINUTE) return `${s} s`;
  if (s < 2 * HOUR) return `${Math.floor(s / MINUTE)} min`;
  if (s < 2 * DAY) return `${Math.floor(s / HOUR)} h`;
  return `${Math.floor(s / DAY)} days`;
}

/** A moment: the nearer, the shorter. */
export function when(at, now) {
  if (at.toDateString() === now.toDateString()) return clock.format(at);
  if (at.getFullYear() === now.getFullYear()) return `${day.format(at)}, ${clock.format(at)}`;
  return year.format(at);
}

/** When something is due, or by how much it is late: the clock knows that before the server says so. */
export function due(at, now) {
  const seconds = (at - now) / 1000;
  return seconds >= 0 ? `due in ${age(seconds)}` : `late by ${age(-seconds)}`;
}

const WORDS = { age: (at, now) => age((now - at) / 1000), due, when };

/** Words the times within an element. */
export function wordTimes(within = document, now = new Date()) {
  for (const time of $$("time[data-as]", within)) {
    const at = new Date(time.dateTime);
    const text = (WORDS[time.dataset.as] ?? when)(at, now);
    if (time.textContent !== text) time.textContent = text;
    if (!time.title) time.title = full.format(at);
  }
}

export function startTimes() {
  wordTimes();
  setInterval(() => document.hidden || wordTimes(), 1000);
}
