// A drawer beside the phones with a list in it; its button opens it, and one is open at a time.

import { el, iconButton } from "./dom.js";
import { keep, recall } from "./kept.js";

/** Fills the place and returns its list; `opened` is called whenever it opens. */
export function drawer(app, place, toggle, { title, label, opened = () => undefined }) {
  const rows = el("ol", { class: "drawer-rows", role: "list", tabindex: "0", "aria-label": label });
  const show = (open) => {
    place.hidden = !open;
    toggle.setAttribute("aria-expanded", String(open));
    if (open) app.world.tell("drawer", { title });
    if (open) opened();
  };
  const choose = (open) => {
    keep("drawer", open ? title : null);
    show(open);
  };
  const close = iconButton("close", `Close ${title}`, { onclick: () => choose(false) });
  place.append(el("header", { class: "drawer-head" }, el("h2", { text: title }), close), rows);
  toggle.onclick = () => choose(place.hidden);
  app.world.on("drawer", (other) => other.title !== title && show(false));
  if (recall("drawer", null) === title) show(true);
  else toggle.setAttribute("aria-expanded", "false");
  return rows;
}

/** A row: what happened, when, and below it the outcome with something beside it. */
export function row({ what, time, outcome, aside = "", kind = "" }) {
  return el("li", { class: `drawer-row ${kind}` },
    el("time", { text: time }),
    el("span", { class: "drawer-what", text: what }),
    el("span", { class: "drawer-aside", text: aside }),
    el("span", { class: "drawer-outcome", text: outcome }));
}
