// The messages of one chat on one phone: loaded, kept up to date, edited in place, followed to the end.

import { api } from "./api.js";
import { bubbleOf } from "./bubble.js";
import { el, icon, iconButton } from "./dom.js";
import { Topics } from "./topics.js";
import { dayOf, wordsOf } from "./words.js";

const NEAR_END_PX = 72;
const LONGEST_WAIT_MS = 15_000;

export class Conversation {
  messages = new Map();
  nodes = new Map();
  waiting = new Set();
  arriving = new Map();
  loads = 0;
  following = true;
  lastTop = 0;

  /** `on` is what the phone does for a bubble: `reply`, `picture`, `changed` (something came or went), `failed`. */
  constructor(app, person, chat, on) {
    Object.assign(this, { app, person, chat, on, words: wordsOf(person.language) });
    this.thread = el("div", { class: "thread" });
    this.log = el("div", { class: "log", role: "log", tabindex: "0", "aria-label": chat.title, "data-testid": "log" }, this.thread);
    this.newest = iconButton("down", "To the newest message", { class: "icon-button newest", hidden: true, onclick: () => this.toEnd() });
    this.pinned = el("button", { type: "button", class: "pinned", hidden: true });
    this.topics = new Topics(chat, () => this.redraw());
    this.element = el("div", { class: "conversation" }, this.topics.element, this.pinned, this.log, this.newest);
    this.log.addEventListener("scroll", () => this.noticeScroll(), { passive: true });
    this.growth = new ResizeObserver(() => this.following && this.toEnd());
    this.growth.observe(this.thread);
    this.growth.observe(this.log);
  }

  /** Fetches the chat anew, keeping what arrives meanwhile; resolves to the bot's commands here. */
  async load() {
    const turn = ++this.loads;
    this.arriving = new Map();
    const { messages, commands, description } = await api.conversation(this.person.id, this.chat.id);
    if (turn !== this.loads) return commands;
    this.messages = new Map([...messages.map((message) => [message.id, message]), ...this.arriving]);
    this.description = description;
    this.redraw();
    return commands;
  }

  /** Takes the chat as it is now. */
  renew(chat) {
    this.chat = chat;
    this.topics.renew(chat);
  }

  get empty() {
    return this.messages.size === 0;
  }

  receive(message) {
    const known = this.messages.has(message.id);
    const last = Math.max(...this.messages.keys());
    this.messages.set(message.id, message);
    this.arriving.set(message.id, message);
    if (!this.topics.holds(message)) return this.settle();
    if (known) this.replace(message);
    else if (message.id > last) this.append(message).classList.add("arrived");
    else this.redraw();
    if (message.from?.id === this.person.id) this.following = true;
    this.settle();
  }

  forget(id) {
    this.messages.delete(id);
    this.arriving.delete(id);
    this.redraw();
  }

  redraw() {
    const { scrollTop } = this.log;
    this.thread.replaceChildren();
    this.nodes.clear();
    this.day = undefined;
    const shown = [...this.messages.values()].filter((message) => this.topics.holds(message));
    for (const message of shown.sort((a, b) => a.id - b.id)) this.append(message);
    if (this.empty) this.thread.append(el("p", { class: "nothing", dir: "auto", text: this.description || this.words.empty }));
    this.log.scrollTop = scrollTop;
    this.settle();
  }

  append(message) {
    const day = dayOf(message.date, this.person.language, this.app.world.zone);
    this.thread.querySelector(".nothing")?.remove();
    if (day !== this.day) this.thread.append(el("p", { class: "day" }, el("span", { dir: "auto", text: day })));
    const node = this.draw(message);
    if (day === this.day && this.thread.lastElementChild?.dataset.from === node.dataset.from) node.classList.add("follows");
    this.day = day;
    this.nodes.set(message.id, node);
    this.thread.append(node);
    return node;
  }

  /** Puts the edited message where it stood, keeps the focus on its button, and highlights it softly. */
  replace(message) {
    const old = this.nodes.get(message.id);
    const place = [...old.querySelectorAll(".inline-button")].indexOf(document.activeElement);
    const node = this.draw(message);
    node.classList.toggle("follows", old.classList.contains("follows"));
    node.classList.add("touched");
    old.replaceWith(node);
    this.nodes.set(message.id, node);
    const buttons = node.querySelectorAll(".inline-button");
    if (place >= 0) (buttons[Math.min(place, buttons.length - 1)] ?? this.log).focus({ preventScroll: true });
  }

  draw(message) {
    const mine = message.from?.id === this.person.id;
    return bubbleOf(message, {
      mine,
      named: !mine && this.chat.type !== "private",
      words: this.words,
      zone: this.app.world.zone,
      username: this.app.world.bot.username,
      quoted: this.messages.get(message.reply_to),
      waiting: (data) => this.waiting.has(`${message.id} ${data}`),
      on: { ...this.on, press: (button) => this.press(message.id, button.data), jump: (id) => this.jump(id) },
    });
  }

  async press(message, data) {
    this.wait(message, data, true);
    try {
      await api.press(this.person.id, this.chat.id, message, data);
    } catch (error) {
      this.wait(message, data, false);
      this.on.failed(error);
    }
  }

  /** Shows that a button waits for its answer, at most as long as a phone would. */
  wait(message, data, begins) {
    const key = `${message} ${data}`;
    if (begins) {
      this.waiting.add(key);
      setTimeout(() => this.waiting.has(key) && this.wait(message, data, false), LONGEST_WAIT_MS);
    } else this.waiting.delete(key);
    for (const button of this.nodes.get(message)?.querySelectorAll("button.inline-button") ?? []) {
      if (button.dataset.press !== data) continue;
      if (begins) button.setAttribute("aria-busy", "true");
      else button.removeAttribute("aria-busy");
    }
  }

  settle() {
    const pinned = [...this.messages.values()].filter((message) => message.pinned).at(-1);
    this.pinned.hidden = !pinned;
    this.pinned.onclick = () => this.jump(pinned.id);
    this.pinned.replaceChildren(icon("pin"), el("span", { dir: "auto", text: pinned?.text ?? "" }));
    if (this.following) this.toEnd();
    this.on.changed();
  }

  jump(id) {
    const node = this.nodes.get(id);
    if (!node) return;
    this.following = this.newest.hidden = false;
    node.scrollIntoView({ block: "center" });
    node.classList.remove("touched");
    requestAnimationFrame(() => node.classList.add("touched"));
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
  }

  /** Only the reader's scrolling up stops the following; words that grow below do not. */
  noticeScroll() {
    const { scrollTop, scrollHeight, clientHeight } = this.log;
    if (scrollHeight - scrollTop - clientHeight < NEAR_END_PX) this.following = true;
    else if (scrollTop < this.lastTop) this.following = false;
    this.lastTop = scrollTop;
    this.newest.hidden = this.following;
  }

  dispose() {
    this.growth.disconnect();
    this.element.remove();
  }
}
