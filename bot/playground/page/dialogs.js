// Dialogs, pop-up menus and their pieces, on the browser's own <dialog> and popover.

import { avatar, el, icon, iconButton } from "./dom.js";
import { languageName } from "./words.js";

/** Shows a modal dialog with a title and a way out; it removes itself when closed. */
export function openDialog(title, content, { testid, wide = false } = {}) {
  const dialog = el("dialog", { class: wide ? "dialog dialog-wide" : "dialog", "aria-label": title, "data-testid": testid });
  const close = iconButton("close", "Close", { onclick: () => dialog.close() });
  dialog.append(el("header", { class: "dialog-head" }, el("h2", { text: title }), close), ...content.filter(Boolean));
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks with a form; resolves to its FormData, or null when the person turns away. */
export function askForm(title, fields, { submit, testid }) {
  return new Promise((resolve) => {
    let answer = null;
    const form = el("form", { class: "form" }, fields,
      el("div", { class: "actions" }, el("button", { type: "submit", class: "button button-strong", text: submit })));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      answer = new FormData(form);
      dialog.close();
    });
    const dialog = openDialog(title, [form], { testid });
    dialog.addEventListener("close", () => resolve(answer));
    form.querySelector("input, select")?.focus();
  });
}

export function field(label, control) {
  return el("label", { class: "field" }, el("span", { text: label }), control);
}

export function personButton(person, act) {
  return el("button", { type: "button", class: "choice", onclick: act, "data-choice": person.name },
    avatar(person.name),
    el("span", { class: "choice-words" },
      el("span", { dir: "auto", text: person.name }), el("small", { text: languageName(person.language) })));
}

/** A menu at its button: `items` are `{label, act, drawing?, danger?, testid?}`; null ones are left out. */
export function openMenu(anchor, items, label) {
  const menu = el("div", { class: "menu", role: "menu", popover: "auto", dir: "ltr", lang: "en", "aria-label": label });
  menu.append(...items.filter(Boolean).map((item) => menuItem(menu, item)));
  anchor.setAttribute("aria-expanded", "true");
  menu.addEventListener("toggle", ({ newState }) => newState === "closed" && dismiss(menu, anchor));
  menu.addEventListener("keydown", (event) => walk(menu, event));
  anchor.after(menu);
  menu.showPopover();
  place(menu, anchor);
  menu.firstElementChild?.focus();
}

function menuItem(menu, { label, act, drawing, danger, testid }) {
  const choose = () => {
    menu.hidePopover();
    act();
  };
  const kind = danger ? "menu-item menu-danger" : "menu-item";
  return el("button", { type: "button", role: "menuitem", class: kind, onclick: choose, "data-testid": testid },
    drawing ? icon(drawing) : null, el("span", { dir: "auto", text: label }));
}

function dismiss(menu, anchor) {
  const within = menu.contains(document.activeElement) || document.activeElement === document.body;
  anchor.setAttribute("aria-expanded", "false");
  menu.remove();
  if (within) anchor.focus();
}

function place(menu, anchor) {
  const at = anchor.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = at.bottom + height + 8 < innerHeight;
  menu.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - height - 4)}px`;
  const left = anchor.matches(":dir(rtl)") ? at.left : at.right - width;
  menu.style.left = `${Math.min(Math.max(8, left), innerWidth - width - 8)}px`;
}

function walk(menu, event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...menu.children];
  const next = items.indexOf(document.activeElement) + step;
  items[(next + items.length) % items.length].focus();
}

/** The picture as large as the window allows. */
export function enlarge(address, words) {
  openDialog("Picture", [el("img", { class: "large-picture", src: address, alt: words })], { testid: "large-picture", wide: true });
}
