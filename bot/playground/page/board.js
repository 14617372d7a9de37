// The phones side by side and the strip of people above them; remembers their order between visits.

import { avatar, el } from "./dom.js";
import { keep, recall } from "./kept.js";
import { Phone } from "./phone.js";

export class Board {
  phones = new Map();
  order = recall("order", []);
  away = new Set(recall("away", []));
  chats = recall("chats", {});
  current = recall("current", null);

  constructor(app, board, strip) {
    Object.assign(this, { app, element: board, strip });
    this.sight = new IntersectionObserver((entries) => entries.forEach((entry) => this.sighted(entry)), { threshold: 0.35 });
    app.world.on("changed", () => this.renew());
  }

  /** Makes a phone for everybody new, takes away those who left, renews the others. */
  renew() {
    const { people } = this.app.world;
    for (const id of this.phones.keys()) if (!people.some((person) => person.id === id)) this.drop(id);
    for (const person of people) this.renewPhone(person);
    this.order.push(...people.map(({ id }) => id).filter((id) => !this.order.includes(id)));
    if (!this.phones.has(this.current)) this.current = this.inOrder[0] ?? null;
    this.arrange();
  }

  /** Those who are here, in their order; others keep their place until they come back. */
  get inOrder() {
    return this.order.filter((id) => this.phones.has(id));
  }

  get shown() {
    return this.inOrder.filter((id) => !this.away.has(id));
  }

  renewPhone(person) {
    const phone = this.phones.get(person.id);
    const same = phone && phone.person.name === person.name && phone.person.language === person.language;
    if (same) {
      phone.renew(person);
      return;
    }
    if (phone) this.drop(person.id);
    this.add(person);
  }

  add(person) {
    const phone = new Phone(this.app, person, {
      opened: (chat) => this.remember(person.id, chat),
      unread: () => this.drawStrip(),
    });
    this.phones.set(person.id, phone);
    const kept = this.chats[person.id];
    phone.open(kept === undefined ? person.id : kept);
    this.sight.observe(phone.element);
  }

  drop(id) {
    this.sight.unobserve(this.phones.get(id).element);
    this.phones.get(id).dispose();
    this.phones.delete(id);
  }

  sighted({ target, isIntersecting }) {
    this.phones.get(Number(target.dataset.id))?.see(isIntersecting);
    this.drawStrip();
  }

  /** Puts the phones in their order without disturbing those that already stand right. */
  arrange() {
    const shown = this.shown.map((id) => this.phones.get(id));
    for (const phone of this.phones.values()) if (!shown.includes(phone)) phone.element.remove();
    shown.forEach(({ element }, place) => {
      if (this.element.children[place] !== element) this.element.insertBefore(element, this.element.children[place] ?? null);
      element.classList.toggle("current", Number(element.dataset.id) === this.current);
    });
    this.save();
    this.drawStrip();
  }

  drawStrip() {
    const focused = document.activeElement?.closest?.(".people .chip")?.dataset.id;
    this.strip.replaceChildren(...this.inOrder.map((id) => this.chip(this.phones.get(id))));
    this.keepInSight(this.strip.querySelector(".chip.current"));
    if (focused) this.strip.querySelector(`[data-id="${focused}"]`)?.focus();
  }

  /** Scrolls the strip alone, and only when another phone became the current one. */
  keepInSight(chip) {
    if (!chip || chip.dataset.id === this.sightedChip) return;
    this.sightedChip = chip.dataset.id;
    this.strip.scrollLeft = chip.offsetLeft - (this.strip.clientWidth - chip.offsetWidth) / 2;
  }

  chip(phone) {
    const { id, name } = phone.person;
    const kinds = ["chip", id === this.current && "current", phone.visible && "visible", this.away.has(id) && "away"];
    const unread = phone.unreadCount;
    return el("button", {
      type: "button", class: kinds.filter(Boolean).join(" "), "data-id": id, "data-switch": name,
      "aria-pressed": String(id === this.current), onclick: () => this.show(id),
    }, avatar(name), el("span", { dir: "auto", text: name }),
      unread ? el("span", { class: "badge", "aria-label": `${unread} unread`, text: unread }) : null);
  }

  /** Brings a phone into sight, with that chat open if one is given. */
  show(id, chat) {
    const phone = this.phones.get(id);
    if (!phone) return;
    this.away.delete(id);
    this.current = id;
    this.arrange();
    if (chat !== undefined && phone.chatId !== chat) phone.open(chat);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    phone.element.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "nearest", inline: "center" });
  }

  putAway(id) {
    this.away.add(id);
    this.phones.get(id).see(false);
    if (this.current === id) this.current = this.shown[0] ?? null;
    this.arrange();
  }

  move(id, steps) {
    const neighbour = this.shown[this.shown.indexOf(id) + steps];
    if (neighbour === undefined) return;
    const [here, there] = [this.order.indexOf(id), this.order.indexOf(neighbour)];
    [this.order[here], this.order[there]] = [neighbour, id];
    this.arrange();
  }

  remember(id, chat) {
    this.chats[id] = chat;
    this.save();
  }

  save() {
    keep("order", this.order);
    keep("away", [...this.away]);
    keep("current", this.current);
    keep("chats", this.chats);
  }
}
