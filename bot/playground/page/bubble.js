// One message as a bubble: who, what, when, and the buttons under it.

import { el, icon, iconButton } from "./dom.js";
import { rendered } from "./markup.js";
import { mediaOf } from "./media.js";
import { startLinkIn } from "./links.js";
import { timeOf } from "./words.js";

const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}(?:\ufe0f|\u200d|\p{Emoji_Modifier}|\p{Extended_Pictographic})*){1,3}$/u;

/**
 * The bubble of a message. `view` says how this phone sees it: `mine`, `named` (show the sender),
 * `words`, `zone`, `username`, `waiting(data)`, `quoted` (the message replied to), and `on` with
 * `press(button)`, `reply(message)`, `forward(message)` where it can be, `jump(id)`, `picture(address, words, link)`.
 */
export function bubbleOf(message, view) {
  if (message.service) return noteOf(message);
  const kind = view.mine ? "mine" : "theirs";
  const node = el("article", {
    class: `bubble ${kind}`, "data-id": message.id, "data-from": message.from?.id, "aria-label": labelOf(message, view),
  });
  node.append(bodyOf(message, view));
  if (message.buttons?.length) node.append(keysOf(message, view));
  node.append(iconButton("reply", "Reply", { class: "icon-button beside reply", onclick: () => view.on.reply(message) }));
  if (view.on.forward) {
    node.append(iconButton("forward", "Forward to the bot", { class: "icon-button beside forward", onclick: () => view.on.forward(message) }));
  }
  return node;
}

/** What the messenger itself notes: who came, who left, a new title. */
function noteOf(message) {
  return el("p", { class: "day service", "data-id": message.id }, el("span", { dir: "auto", text: message.text }));
}

function labelOf(message, view) {
  return `${message.from?.name ?? ""}, ${timeOf(message.date, view.zone)}`;
}

function bodyOf(message, view) {
  const body = el("div", { class: message.photo ? "bubble-body with-photo" : "bubble-body" });
  if (view.named) body.append(el("span", { class: "sender", dir: "auto", text: message.from?.name ?? "" }));
  if (message.forwarded_from) body.append(el("span", { class: "forwarded", dir: "auto", text: `↪ ${message.forwarded_from}` }));
  if (message.reply_to) body.append(quote(message.reply_to, view));
  body.append(...mediaOf(message, (address, words) => view.on.picture(address, words, linkOf(message, view))));
  const line = el("div", { class: "line" });
  if (message.html || message.text) line.append(textOf(message));
  line.append(metaOf(message, view));
  body.append(line);
  return body;
}

function textOf(message) {
  const text = el("div", { class: isLarge(message) ? "text large" : "text", dir: "auto" });
  if (message.html === undefined) text.textContent = message.text;
  else text.append(rendered(message.html));
  return text;
}

function isLarge(message) {
  if (message.sticker) return true;
  return !message.photo && ONLY_EMOJI.test((message.text ?? "").trim());
}

function quote(id, view) {
  const said = view.quoted?.text || "…";
  return el("button", { type: "button", class: "quoted", onclick: () => view.on.jump(id) },
    el("strong", { dir: "auto", text: view.quoted?.from?.name ?? "" }), el("span", { dir: "auto", text: said.slice(0, 120) }));
}

function metaOf(message, view) {
  return el("span", { class: "meta" },
    message.pinned ? icon("pin") : null,
    message.edited ? el("span", { text: view.words.edited }) : null,
    el("time", { datetime: message.date, dir: "ltr", text: timeOf(message.date, view.zone) }));
}

/** The deep link a picture stands for: in its caption, or on its buttons. */
function linkOf(message, view) {
  const addresses = [...(message.html ?? "").matchAll(/href="([^"]+)"/g)].map(([, address]) => address.replaceAll("&amp;", "&"));
  const urls = (message.buttons ?? []).flat().map(({ url }) => url).filter(Boolean);
  return startLinkIn([message.text ?? "", ...addresses, ...urls].join("\n"), view.username);
}

function keysOf(message, view) {
  const rows = message.buttons.map((row) => el("div", { class: "keys-row" }, row.map((button) => keyOf(button, view))));
  return el("div", { class: "keys", role: "group" }, rows);
}

function keyOf(button, view) {
  const words = el("span", { dir: "auto", text: button.text });
  if (button.url) {
    return el("a", { class: "inline-button", href: button.url, target: "_blank", rel: "noopener noreferrer" }, words);
  }
  const busy = view.waiting(button.data);
  return el("button", {
    type: "button", class: "inline-button", "data-press": button.data, "aria-busy": busy ? "true" : null,
    onclick: () => view.on.press(button),
  }, words);
}
