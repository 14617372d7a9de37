// The playground's clock: what time it is there, and two ways to let time pass.

import { api } from "./api.js";
import { el, icon } from "./dom.js";
import { shortDayOf, timeOf } from "./words.js";

const DAY_SECONDS = 86_400;
const LOOK_EVERY_MS = 20_000;

export function showClock(app, place) {
  const { world } = app;
  const day = el("span", { class: "clock-day" });
  const time = el("strong", { class: "clock-time" });
  const face = el("time", { class: "clock-face", "data-testid": "now", "aria-live": "polite" }, day, time);
  const pass = (button, moving) => passTime(app, button, moving);
  const next = el("button", { type: "button", class: "button button-strong", "data-testid": "next-due" }, icon("alarm"), el("span", { text: "Next thing due" }));
  const later = el("button", { type: "button", class: "button", "data-testid": "plus-day" }, icon("day"), el("span", { text: "+1 day" }));
  next.onclick = () => pass(next, api.nextDue);
  later.onclick = () => pass(later, () => api.later(DAY_SECONDS));
  place.append(face, next, later);
  world.on("clock", ({ now }) => {
    world.now = now;
    face.dateTime = now;
    day.textContent = shortDayOf(now, world.zone);
    time.textContent = timeOf(now, world.zone);
  });
  setInterval(() => !document.hidden && look(world), LOOK_EVERY_MS);
}

async function passTime(app, button, moving) {
  button.disabled = true;
  await app.attempt(async () => {
    const { now, moved } = await moving();
    app.world.tell("clock", { now });
    const { zone } = app.world;
    app.notice(moved === false ? "Nothing is due." : `It is now ${shortDayOf(now, zone)}, ${timeOf(now, zone)}.`);
  });
  button.disabled = false;
  button.focus({ preventScroll: true });
}

async function look(world) {
  try {
    world.tell("clock", { now: (await api.clock()).now });
  } catch {
    // The live line tells about a lost server.
  }
}
