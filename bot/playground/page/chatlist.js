// The chats of a person who has more than one: the bot and their groups, the newest words under each.

import { api } from "./api.js";
import { avatar, botFace, el } from "./dom.js";
import { timeOf, wordsOf } from "./words.js";

export class ChatList {
  last = new Map();

  /** `on`: `open(chat)` and `unread(chat)`. */
  constructor(app, person, on) {
    Object.assign(this, { app, person, on, words: wordsOf(person.language) });
    this.element = el("nav", { class: "chats", "aria-label": "Chats", "data-testid": "chats" });
    this.draw();
    this.load();
  }

  get chats() {
    return [this.app.world.chat(this.person.id), ...this.app.world.groupsOf(this.person.id)];
  }

  async load() {
    await Promise.all(this.chats.map(async ({ id }) => {
      const { messages } = await api.conversation(this.person.id, id).catch(() => ({ messages: [] }));
      if (messages.length) this.last.set(id, messages.at(-1));
    }));
    this.draw();
  }

  receive(message) {
    this.last.set(message.chat, message);
    this.draw();
  }

  draw() {
    this.element.replaceChildren(...this.chats.map((chat) => this.row(chat)));
  }

  row(chat) {
    const last = this.last.get(chat.id);
    const unread = this.on.unread(chat.id);
    return el("button", { type: "button", class: "chat-row", "data-chat": chat.id, onclick: () => this.on.open(chat.id) },
      chat.type === "private" ? botFace() : avatar(chat.title),
      el("span", { class: "chat-words" },
        el("strong", { dir: "auto", text: chat.title }), el("span", { class: "preview", dir: "auto", text: last?.text ?? this.words.empty })),
      el("span", { class: "chat-side" },
        last ? el("time", { dir: "ltr", text: timeOf(last.date, this.app.world.zone) }) : null,
        unread ? el("span", { class: "badge", text: unread }) : null));
  }
}
