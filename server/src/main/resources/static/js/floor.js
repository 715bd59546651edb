// The floor: brought up to date whenever something happens, and now and then besides, since people
// come and go and waits grow without an event of a case.
import { $, eventually, fetchHtml } from "./dom.js";
import { patch, remember } from "./patch.js";

const FRESH_EVERY_MS = 1000;
const LOOK_EVERY_MS = 5000;

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

export function startFloor() {
  if ($("#floor") === null) return;
  const wall = document.body.dataset.wall === "yes";
  remember($("#floor"));
  document.addEventListener("live", () => soon());
  document.addEventListener("visibilitychange", () => soon());
  setInterval(soon, LOOK_EVERY_MS);
  tick();
  setInterval(tick, FRESH_EVERY_MS);
  const bring = eventually(async () => {
    // Nobody touches a wall screen: opening it is the wish to go on looking.
    const { fragment } = await fetchHtml($("#floor").dataset.address, !wall);
    if (fragment !== null) patch($("#floor"), $("#floor", fragment));
  }, FRESH_EVERY_MS);

  function soon() {
    if (!document.hidden) bring();
  }
}

function tick() {
  const text = clock.format(new Date());
  const place = $("#floor-clock");
  if (place.textContent !== text) place.textContent = text;
}
