// Everything the page knows: the bot, people, chats and the clock; live events are re-told from here.

import { api } from "./api.js";

export class World extends EventTarget {
  bot = { id: 0, username: "", name: "" };
  people = [];
  chats = [];
  links = [];
  now = null;
  zone = undefined;

  last = Promise.resolve();
  next = null;

  /** Fetches everything anew, one fetch at a time; calls made meanwhile share the one that follows. */
  refresh() {
    this.next ??= this.last.then(() => {
      this.next = null;
      const fetched = this.fetch();
      this.last = fetched.catch(() => undefined);
      return fetched;
    });
    return this.next;
  }

  /** Fetches people, chats and clock and tells "changed". */
  async fetch() {
    const { bot, people, chats, links, now, zone } = await api.phones();
    Object.assign(this, { bot, people, chats, links: links ?? [], now, zone });
    this.tell("changed");
    this.tell("clock", { now });
  }

  tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** Calls `act` with the detail of each such event until `signal` is aborted. */
  on(type, act, signal) {
    this.addEventListener(type, ({ detail }) => act(detail), { signal });
  }

  person(id) {
    return this.people.find((person) => person.id === id);
  }

  /** The group, or the private chat as its person sees it: under the bot's name, open at any time. */
  chat(id) {
    const group = this.chats.find((chat) => chat.id === id && chat.type !== "private");
    return group ?? { id, type: "private", title: this.bot.name, members: [id], bot_member: true };
  }

  groupsOf(person) {
    return this.chats.filter((chat) => chat.type !== "private" && chat.members.includes(person));
  }

  /** Whether this person is in that chat: their own with the bot, or a group. */
  sees(person, chat) {
    return chat === person || this.groupsOf(person).some((group) => group.id === chat);
  }
}
