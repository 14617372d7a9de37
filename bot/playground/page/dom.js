// Builds elements without markup strings, so that no word of anybody is ever read as HTML.

/** An element with its traits (`text`, `onclick`, attributes; null and false are left out) and children. */
export function el(tag, traits = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(traits)) give(node, name, value);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function give(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "text") node.textContent = value;
  else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else node.setAttribute(name, value === true ? "" : value);
}

const SVG = "http://www.w3.org/2000/svg";

const STROKES = {
  alarm: "M12 8v4.5l3 1.8M12 5a8 8 0 1 1 0 16 8 8 0 0 1 0-16ZM4 5.5 6.6 3.3M20 5.5l-2.6-2.2",
  attach: "m19 11.5-7.4 7.3a4.6 4.6 0 0 1-6.5-6.5l7.6-7.5a3.1 3.1 0 0 1 4.4 4.3l-7.6 7.5a1.5 1.5 0 0 1-2.2-2.1l6.8-6.7",
  back: "M14.5 5.5 8 12l6.5 6.5",
  blocked: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM6.2 6.2l11.6 11.6",
  close: "m6 6 12 12M18 6 6 18",
  day: "M5 6h14v14H5ZM5 10.5h14M9 3.5V7M15 3.5V7M12 13v4.5M9.8 15.2h4.4",
  document: "M7 3.5h7l4.5 4.5v12.5H7ZM14 3.5V8h4.5M10 12.5h5.5M10 16h5.5",
  down: "m6 9.5 6 6 6-6",
  forward: "m14 6.5 5.5 5.5-5.5 5.5M19 12h-8.5c-3.5 0-5.5 2-6 5.5",
  group: "M9 11.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM3 19c.5-3.5 3-5 6-5s5.5 1.5 6 5M16 6a2.8 2.8 0 0 1 0 5.3M17.5 14.3c2 .6 3.2 2.1 3.5 4.7",
  invitation: "M4 6.5h16v11.5H4ZM4.5 7l7.5 6 7.5-6",
  list: "M5 7h14M5 12h14M5 17h9",
  microphone: "M12 3.5a2.7 2.7 0 0 1 2.7 2.7v5a2.7 2.7 0 0 1-5.4 0v-5A2.7 2.7 0 0 1 12 3.5ZM6.5 11a5.5 5.5 0 0 0 11 0M12 16.5v4",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  pause: "M9 6v12M15 6v12",
  phone: "M8 3.5h8a1.5 1.5 0 0 1 1.5 1.5v14a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 19V5A1.5 1.5 0 0 1 8 3.5ZM11 17.5h2",
  picture: "M4 5.5h16v13H4ZM4.5 16.5l4.7-5 3.8 4 2.5-2.3 4 3.800M15.5 9.300v.01",
  pin: "M9 4h6l-.8 6 3.3 3.5H6.5L9.8 10ZM12 13.5V20",
  play: "M8.5 5.5v13l10-6.5Z",
  reply: "M10 6.5 4.5 12l5.5 5.5M5 12h8.5c3.5 0 5.5 2 6 5.5",
  send: "M4.5 12 19.5 4.5 15 19.5l-3.5-6ZM11.5 13.5l8-9",
  sticker: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM8.5 14c1.8 2.6 5.2 2.6 7 0M9 9.5v.01M15 9.5v.01",
  due: "M7 4h10M7 20h10M8 4c0 5 8 6 8 8s-8 3-8 8M16 4c0 5-8 6-8 8s8 3 8 8",
  wire: "M3 12.5h4l2.5-6 4 11 2.5-5H21",
};

/** A line drawing from the set above; decoration only, the button beside it carries the words. */
export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("class", `icon icon-${name}`);
  drawing.setAttribute("aria-hidden", "true");
  const stroke = document.createElementNS(SVG, "path");
  stroke.setAttribute("d", STROKES[name]);
  drawing.append(stroke);
  return drawing;
}

/** A round button that shows a drawing and says its name to those who cannot see it. */
export function iconButton(name, label, traits = {}) {
  return el("button", { type: "button", class: "icon-button", "aria-label": label, title: label, ...traits }, icon(name));
}

/** A person's or chat's round initial; the hue is steady for the same name. */
export function avatar(name) {
  const face = el("span", { class: "avatar", "aria-hidden": "true", text: [...name.trim()][0] ?? "·" });
  face.style.setProperty("--hue", hueOf(name));
  return face;
}

/** The bot's own face: the mark of the house. */
export function botFace() {
  return el("img", { class: "avatar", src: "/page/mark.svg", alt: "" });
}

function hueOf(name) {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + letter.codePointAt(0)) % 997;
  return String((hash * 47) % 360);
}
