// Turns a message's HTML into elements through an allow-list, and makes links and commands tappable.

import { el } from "./dom.js";

const KEPT = {
  B: "b", STRONG: "b", I: "i", EM: "i", U: "u", INS: "u", S: "s", DEL: "s", STRIKE: "s",
  CODE: "code", PRE: "pre", A: "a", BLOCKQUOTE: "blockquote", BR: "br", "TG-SPOILER": "spoiler",
};

const SILENT = new Set(["SCRIPT", "STYLE", "TEMPLATE", "TITLE", "TEXTAREA", "IFRAME", "OBJECT", "SVG", "MATH"]);

const BLOCKS = new Set(["BLOCKQUOTE", "PRE"]);

const SAFE_LINK = /^(https?|tg|mailto|tel):/i;

/** A fragment with the known tags only; unknown ones leave their words behind. */
export function rendered(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const fragment = document.createDocumentFragment();
  fragment.append(...copies(page.body, false));
  return fragment;
}

function copies(parent, literal) {
  return [...parent.childNodes].flatMap((node) => copyOf(node, literal));
}

function copyOf(node, literal) {
  if (node.nodeType === Node.TEXT_NODE) return literal ? [node.data] : tappable(besideBlocks(node));
  if (node.nodeType !== Node.ELEMENT_NODE || SILENT.has(node.nodeName.toUpperCase())) return [];
  const name = KEPT[node.nodeName] ?? (isSpoiler(node) ? "spoiler" : null);
  const inside = copies(node, literal || name === "a" || name === "code" || name === "pre");
  if (name === null) return inside;
  if (name === "a") return [anchor(node.getAttribute("href") ?? "", inside)].flat();
  if (name === "spoiler") return [spoiler(inside)];
  return [el(name, {}, inside)];
}

/** A block stands on lines of its own: the line break beside it would show as an empty line. */
function besideBlocks({ data, previousSibling, nextSibling }) {
  const after = BLOCKS.has(previousSibling?.nodeName) ? data.replace(/^\n/, "") : data;
  return BLOCKS.has(nextSibling?.nodeName) ? after.replace(/\n$/, "") : after;
}

function isSpoiler(node) {
  return node.nodeName === "SPAN" && /spoiler/.test(node.className);
}

function anchor(href, inside) {
  if (!SAFE_LINK.test(href.trim())) return inside;
  return el("a", { href: href.trim(), target: "_blank", rel: "noopener noreferrer" }, inside);
}

function spoiler(inside) {
  return el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Hidden words, press to read" }, inside);
}

// A link ends before bidi controls, which our texts put around code-like values.
const TAPPABLE = /https?:\/\/[^\s<>"\u200e\u200f\u2066-\u2069]+|(?<=^|[\s(«“\u200e\u200f\u2066-\u2069])\/[a-z][a-z0-9_]{0,31}(?:@\w+)?(?![\w/])/gi;
const TAIL = /[.,;:!?)\]»”]+$/;

function tappable(text) {
  const parts = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(TAPPABLE)) {
    const word = found.startsWith("/") ? found : found.replace(TAIL, "");
    parts.push(text.slice(done, index), word.startsWith("/") ? command(word) : anchor(word, [word]));
    done = index + word.length;
  }
  return [...parts, text.slice(done)].filter((part) => part !== "");
}

function command(word) {
  return el("button", { type: "button", class: "command", "data-command": word, dir: "ltr", text: word });
}
