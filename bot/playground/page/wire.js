// What goes over the wire between the bot and the pocket: method, outcome and milliseconds, newest first.

import { api } from "./api.js";
import { drawer, row } from "./drawer.js";

const ROWS_KEPT = 150;

/** Fills the drawer. */
export function wireDrawer(app, place, toggle) {
  const rows = drawer(app, place, toggle, { title: "Wire", label: "Calls, newest first" });
  app.world.on("wire", (call) => add(rows, call));
  app.world.on("again", () => fill(rows));
}

async function fill(rows) {
  const past = await api.wire().catch(() => []);
  for (const call of Array.isArray(past) ? past.slice(-ROWS_KEPT) : []) add(rows, call);
}

function add(rows, call) {
  const key = `${call.n} ${call.at}`;
  if (isIdle(call) || [...rows.children].some((shown) => shown.dataset.call === key)) return;
  const shown = line(call);
  shown.dataset.call = key;
  rows.prepend(shown);
  while (rows.children.length > ROWS_KEPT) rows.lastElementChild.remove();
}

/** A long poll that brought nothing is no news. */
function isIdle({ method, ok, updates }) {
  return method === "getUpdates" && ok !== false && !updates;
}

function line({ at, method, ok, ms, error, code, updates }) {
  const outcome = ok === false ? error ?? String(code ?? "error") : updates ? `ok · ${updates} in` : "ok";
  const kind = ok === false ? "drawer-failed" : "";
  return row({ what: method, time: clockOf(at), outcome, aside: duration(ms), kind });
}

function duration(ms) {
  if (!Number.isFinite(ms)) return "";
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
}

function clockOf(at) {
  const moment = new Date(typeof at === "number" ? at * 1000 : at);
  return Number.isNaN(moment.valueOf()) ? "" : moment.toLocaleTimeString("en-GB");
}
