// Follows links: a deep link of the bot asks on whose phone to open it, any other is left to the browser.

import { api } from "./api.js";
import { openDialog, personButton } from "./dialogs.js";
import { el, icon } from "./dom.js";
import { newPhone } from "./newcomers.js";

const TELEGRAM = new Set(["t.me", "telegram.me"]);

/** The start link of this bot inside a text or address, or null. */
export function startLinkIn(text, username) {
  for (const word of String(text ?? "").match(/(?:https?|tg):\/\/[^\s<>"\u200e\u200f\u2066-\u2069]+/gi) ?? []) {
    const link = startLink(word, username);
    if (link) return link;
  }
  return null;
}

function startLink(address, username) {
  const url = parse(address);
  if (!url) return null;
  const shared = url.hostname === "t.me" && url.pathname === "/share/url" ? url.searchParams.get("url") : null;
  if (shared) return startLinkIn(shared, username);
  if (nameIn(url).toLowerCase() !== username.toLowerCase() || url.searchParams.has("startgroup")) return null;
  const start = url.searchParams.get("start");
  return `https://t.me/${username}${start ? `?start=${encodeURIComponent(start)}` : ""}`;
}

/** Whom a link leads to: t.me/<name>, or tg://resolve?domain=<name>. */
function nameIn(url) {
  if (url.protocol === "tg:") return url.searchParams.get("domain") ?? "";
  return TELEGRAM.has(url.hostname) ? url.pathname.replaceAll("/", "") : "";
}

function parse(address) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** Asks on whose phone to open the link, and opens it there. `extra` are further buttons. */
export function chooseAndOpen(app, link, extra = []) {
  const open = async (person) => {
    dialog.close();
    await openOn(app, person, link);
  };
  const anew = async () => {
    dialog.close();
    const person = await newPhone(app);
    if (person) await openOn(app, person, link);
  };
  const people = app.world.people.map((person) => personButton(person, () => open(person)));
  const another = el("button", { type: "button", class: "choice choice-new", onclick: anew, "data-testid": "open-new-phone" },
    icon("phone"), el("span", { text: "A new phone…" }));
  const dialog = openDialog("Open on whose phone?", [
    el("p", { class: "quiet address", dir: "ltr", text: link }),
    el("div", { class: "choices" }, people, another),
    extra.length ? el("div", { class: "actions" }, extra) : null,
  ], { testid: "whose-phone" });
  return dialog;
}

async function openOn(app, person, link) {
  try {
    await api.open(person.id, link);
    app.board.show(person.id, person.id);
  } catch (error) {
    app.notice(error.message);
  }
}

/** The invitations the server offers, each ready to be opened on a phone, and a place to paste another. */
export function showInvitations(app) {
  const follow = (url) => {
    dialog.close();
    chooseAndOpen(app, url);
  };
  const rows = app.world.links.map(({ label, url }) => {
    const pick = () => follow(url);
    return el("button", { type: "button", class: "choice", onclick: pick }, icon("invitation"), el("span", { dir: "auto", text: label }));
  });
  const dialog = openDialog("Invitations", [el("div", { class: "choices" }, rows), pastedLink(app, follow)], { testid: "invitations" });
}

/** A field for a link from elsewhere, such as the one that `python -m bot invite` prints. */
function pastedLink(app, follow) {
  const input = el("input", { type: "url", placeholder: "or paste a link: https://t.me/…", "aria-label": "Paste a link", dir: "ltr", "data-testid": "pasted-link" });
  const open = (event) => {
    event.preventDefault();
    const link = startLinkIn(input.value, app.world.bot.username);
    if (link) follow(link);
    else app.notice("This is no invitation of this bot.");
  };
  return el("form", { class: "field", onsubmit: open }, input);
}
