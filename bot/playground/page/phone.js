// One phone in somebody's hand: whose it is, the chat open on it, and what came unread.

import { headParts } from "./chathead.js";
import { ChatList } from "./chatlist.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { deedsOf } from "./deeds.js";
import { enlarge } from "./dialogs.js";
import { avatar, el } from "./dom.js";
import { chooseAndOpen, startLinkIn } from "./links.js";
import { sayOn } from "./toasts.js";
import { directionOf, languageName, wordsOf } from "./words.js";

export class Phone {
  unread = new Map();
  visible = false;
  life = new AbortController();

  /** `on`: `opened(chat)` and `unread()` tell the board what to remember and to show. */
  constructor(app, person, on) {
    Object.assign(this, { app, person, on, words: wordsOf(person.language) });
    this.head = el("header", { class: "chat-head" });
    this.screen = el("div", { class: "screen" });
    this.toasts = el("div", { class: "toasts", role: "status", "aria-live": "polite" });
    this.element = el("section", {
      class: "phone", "data-person": person.name, "data-id": person.id, "aria-label": `Phone of ${person.name}`,
      lang: person.language, dir: directionOf(person.language), "data-testid": "phone",
    }, this.owner(), this.head, this.screen, this.toasts);
    this.element.addEventListener("click", (event) => this.tapped(event));
    this.element.addEventListener("keydown", (event) => this.keyed(event));
    this.listen();
  }

  owner() {
    const { name, language } = this.person;
    return el("div", { class: "owner" }, avatar(name),
      el("strong", { dir: "auto", text: name }), el("span", { class: "owner-language", text: languageName(language) }));
  }

  listen() {
    const { world } = this.app;
    const { signal } = this.life;
    world.on("message", ({ message }) => this.receive(message), signal);
    world.on("edited", ({ message }) => this.here(message.chat)?.receive(message), signal);
    world.on("deleted", ({ chat, message }) => this.here(chat)?.forget(message), signal);
    world.on("pressed", (press) => this.pressed(press), signal);
    world.on("toast", (toast) => toast.person === this.person.id && sayOn(this, toast.text, toast.alert), signal);
    world.on("commands", () => this.reload(), signal);
    world.on("again", () => this.reload(), signal);
  }

  get chat() {
    return this.chatId === null ? null : this.app.world.chat(this.chatId);
  }

  /** The open conversation when it is that chat. */
  here(chat) {
    return this.conversation?.chat.id === chat ? this.conversation : undefined;
  }

  receive(message) {
    if (!this.app.world.sees(this.person.id, message.chat)) return;
    const conversation = this.here(message.chat);
    conversation?.receive(message);
    this.list?.receive(message);
    if (message.from?.id !== this.person.id && !(conversation && this.visible)) this.count(message.chat, 1);
  }

  pressed({ person, chat, message, data, answered }) {
    if (person === this.person.id) this.here(chat)?.wait(message, data, !answered);
  }

  /** Adds to what is unread in a chat; 0 means it was read. */
  count(chat, more) {
    if (more) this.unread.set(chat, (this.unread.get(chat) ?? 0) + more);
    else this.unread.delete(chat);
    this.drawHead();
    this.list?.draw();
    this.on.unread();
  }

  get unreadCount() {
    return [...this.unread.values()].reduce((sum, count) => sum + count, 0);
  }

  /** Opens a chat, or the list of chats for null. */
  open(chatId) {
    const open = chatId !== null && this.app.world.sees(this.person.id, chatId) ? chatId : null;
    this.chatId = chatId === null || open !== null ? open : this.person.id;
    this.conversation?.dispose();
    this.conversation = this.list = null;
    if (this.chatId === null) this.showList();
    else this.showConversation();
    this.drawHead();
    this.on.opened(this.chatId);
  }

  showList() {
    this.list = new ChatList(this.app, this.person, { open: (chat) => this.open(chat), unread: (chat) => this.unread.get(chat) ?? 0 });
    this.screen.replaceChildren(this.list.element);
  }

  showConversation() {
    this.unread.delete(this.chatId);
    this.composer = new Composer(deedsOf(this, this.chatId), this.words);
    this.composer.offerCommands([]);
    this.conversation = new Conversation(this.app, this.person, this.chat, {
      reply: (message) => this.composer.answer(message),
      forward: this.chatId === this.person.id ? null : deedsOf(this, this.chatId).forward,
      picture: (address, words, link) => this.showPicture(address, words, link),
      changed: () => this.settle(),
      failed: (error) => sayOn(this, error.message),
    });
    this.screen.replaceChildren(this.conversation.element, this.composer.element);
    this.reload();
  }

  async reload() {
    const { conversation, composer } = this;
    if (!conversation) return;
    try {
      composer.offerCommands(await conversation.load());
    } catch (error) {
      sayOn(this, error.message);
    }
  }

  /** The person, chats or messages changed: draws what depends on them. */
  settle() {
    if (!this.conversation) return;
    const alone = this.chatId === this.person.id;
    this.composer.become(alone && this.person.blocked ? "blocked" : alone && this.conversation.empty ? "start" : "type");
  }

  /** Takes the person and chats as they are now; a chat that is gone gives way to its successor. */
  renew(person) {
    this.person = person;
    if (this.chatId !== null && !this.app.world.sees(person.id, this.chatId)) this.open(this.successor());
    this.conversation?.renew(this.chat);
    this.drawHead();
    this.list?.draw();
    this.settle();
  }

  /** A group that became a supergroup lives on under another id and the same title. */
  successor() {
    const title = this.conversation?.chat.title;
    const heir = this.app.world.groupsOf(this.person.id).find((group) => group.type === "supergroup" && group.title === title);
    return heir?.id ?? this.person.id;
  }

  drawHead() {
    this.head.replaceChildren(...headParts(this));
  }

  showPicture(address, words, link) {
    if (!link) {
      enlarge(address, words);
      return;
    }
    const large = el("button", { type: "button", class: "button", text: "See it large", onclick: () => { dialog.close(); enlarge(address, words); } });
    const dialog = chooseAndOpen(this.app, link, [large]);
  }

  tapped(event) {
    const anchor = event.target.closest("a[href]");
    const link = anchor && !anchor.download && startLinkIn(anchor.href, this.app.world.bot.username);
    if (link) {
      event.preventDefault();
      chooseAndOpen(this.app, link);
    }
    const command = event.target.closest("button.command");
    if (command) deedsOf(this, this.chatId).say(command.dataset.command);
    event.target.closest(".spoiler")?.classList.add("shown");
  }

  keyed(event) {
    if (event.key === "Enter" && event.target.matches(".spoiler")) event.target.classList.add("shown");
  }

  see(visible) {
    this.visible = visible;
    if (visible && this.unread.has(this.chatId)) this.count(this.chatId, 0);
  }

  dispose() {
    this.life.abort();
    this.conversation?.dispose();
    this.element.remove();
  }
}
