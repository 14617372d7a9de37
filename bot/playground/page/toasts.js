// Short words a phone shows over the chat: callback answers, alerts to be agreed with, and failures.

import { el } from "./dom.js";

const SHOWN_MS = 4000;

/** A passing toast on the phone, or an alert that stays until OK is pressed. */
export function sayOn(phone, text, alert = false) {
  if (!text) return;
  if (alert) raise(phone, text);
  else pass(phone, text);
}

function pass(phone, text) {
  const toast = el("p", { class: "toast", dir: "auto", text, "data-testid": "toast" });
  phone.toasts.append(toast);
  setTimeout(() => toast.remove(), SHOWN_MS + 40 * text.length);
}

function raise(phone, text) {
  const before = document.activeElement;
  const agree = el("button", { type: "button", class: "button button-strong", text: "OK" });
  const veil = el("div", { class: "alert-veil", onkeydown: ({ key }) => key === "Escape" && agree.click() },
    el("div", { class: "alert", role: "alertdialog", "aria-label": text, "data-testid": "alert" }, el("p", { dir: "auto", text }), agree));
  agree.addEventListener("click", () => {
    veil.remove();
    before?.focus?.();
  });
  phone.element.append(veil);
  agree.focus();
}
