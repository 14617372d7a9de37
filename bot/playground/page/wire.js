// What goes over the wire between the bot and the pocket: method, outcome and milliseconds, newest first.

import { api } from "./api.js";
import { el, iconButton } from "./dom.js";
import { keep, recall } from "./kept.js";

const ROWS_KEPT = 150;

/** Fills the drawer and returns the button that opens it. */
export function wireDrawer(app, drawer, toggle) {
  const rows = el("ol", { class: "wire-rows", role: "list", tabindex: "0", "aria-label": "Calls, newest first" });
  const close = iconButton("close", "Close the wire log", { onclick: () => show(false) });
  drawer.append(el("header", { class: "wire-head" }, el("h2", { text: "Wire" }), close), rows);
  const show = (open) => {
    drawer.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
    keep("wire", open);
  };
  toggle.onclick = () => show(drawer.hidden);
  show(recall("wire", false));
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
  const shown = row(call);
  shown.dataset.call = key;
  rows.prepend(shown);
  while (rows.children.length > ROWS_KEPT) rows.lastElementChild.remove();
}

/** A long poll that brought nothing is no news. */
function isIdle({ method, ok, updates }) {
  return method === "getUpdates" && ok !== false && !updates;
}

function row({ at, method, ok, ms, error, code, updates }) {
  const outcome = ok === false ? error ?? String(code ?? "error") : updates ? `ok · ${updates} in` : "ok";
  return el("li", { class: ok === false ? "wire-row wire-failed" : "wire-row" },
    el("time", { text: clockOf(at) }),
    el("span", { class: "wire-method", text: method }),
    el("span", { class: "wire-ms", text: duration(ms) }),
    el("span", { class: "wire-outcome", text: outcome }));
}

function duration(ms) {
  if (!Number.isFinite(ms)) return "";
  return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
}

function clockOf(at) {
  const moment = new Date(typeof at === "number" ? at * 1000 : at);
  return Number.isNaN(moment.valueOf()) ? "" : moment.toLocaleTimeString("en-GB");
}
