// What is due and what was decided, for everybody: to whom, what, when, and the reason.

import { api } from "./api.js";
import { drawer, row } from "./drawer.js";
import { shortDayOf, timeOf } from "./words.js";

const SOON_MS = 300;

/** Fills the drawer; it is read anew when time passes and when something is said. */
export function dueDrawer(app, place, toggle) {
  let waiting;
  const renew = () => {
    clearTimeout(waiting);
    if (!place.hidden) waiting = setTimeout(() => fill(app, rows), SOON_MS);
  };
  const rows = drawer(app, place, toggle, { title: "Due", label: "What comes, then what was decided", opened: renew });
  for (const event of ["clock", "message", "edited", "again"]) app.world.on(event, renew);
}

async function fill(app, rows) {
  const found = await api.due().catch(() => []);
  rows.replaceChildren(...found.map((each) => line(each, app.world.zone)));
}

function line({ who, what, due, outcome, reason }, zone) {
  const ended = [outcome ?? "waits", reason].filter(Boolean).join(": ");
  return row({
    what: `${who} · ${what}`,
    time: `${shortDayOf(due, zone)}, ${timeOf(due, zone)}`,
    outcome: ended,
    kind: outcome === "failed" || outcome === "unreachable" ? "drawer-failed" : outcome ? "" : "drawer-waits",
  });
}
