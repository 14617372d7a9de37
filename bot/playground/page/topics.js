// The topics of a forum: a row of them above the messages, the one that is open, and what a member does to them.

import { api } from "./api.js";
import { askForm, field } from "./dialogs.js";
import { el } from "./dom.js";

const GENERAL = { id: null, name: "General", closed: false };

export class Topics {
  open = null;

  /** `opened` is called when another topic was chosen. */
  constructor(chat, opened) {
    Object.assign(this, { chat, opened });
    this.element = el("nav", { class: "topics", "aria-label": "Topics", "data-testid": "topics" });
    this.renew(chat);
  }

  /** Takes the chat as it is now; a topic that is gone gives way to the general one. */
  renew(chat) {
    this.chat = chat;
    this.element.hidden = !chat.forum;
    if (!this.all.some(({ id }) => id === this.open)) this.choose(null);
    this.draw();
  }

  get all() {
    return [GENERAL, ...(this.chat.topics ?? [])];
  }

  get current() {
    return this.all.find(({ id }) => id === this.open);
  }

  /** Whether a message stands in the topic that is open. */
  holds(message) {
    return !this.chat.forum || (message.topic ?? null) === this.open;
  }

  choose(id) {
    this.open = id;
    this.draw();
    this.opened();
  }

  draw() {
    this.element.replaceChildren(...this.all.map(({ id, name, closed }) =>
      el("button", { type: "button", class: "topic", "aria-pressed": String(id === this.open), "data-topic": id ?? "general", onclick: () => this.choose(id) },
        el("span", { dir: "auto", text: closed ? `${name} (closed)` : name }))));
  }
}

/** The menu items for topics as this person's phone offers them; `open` is the topic they look at. */
export function topicItems(app, person, chat, open) {
  if (!chat.forum) return [{ label: "Give it topics", act: () => app.attempt(() => api.forum(chat.id)), testid: "make-forum" }];
  const make = { label: "New topic…", act: () => nameTopic(app, "A new topic", "", (name) => api.newTopic(chat.id, person.id, name)), testid: "new-topic" };
  if (!open?.id) return [make];
  const verb = open.closed ? "reopen" : "close";
  return [
    make,
    { label: "Rename this topic…", act: () => nameTopic(app, "Rename the topic", open.name, (name) => api.renameTopic(chat.id, open.id, person.id, name)) },
    { label: open.closed ? "Open this topic again" : "Close this topic", act: () => app.attempt(() => api.shutTopic(chat.id, open.id, verb)), testid: "shut-topic" },
    { label: "Delete this topic", act: () => app.attempt(() => api.shutTopic(chat.id, open.id, "delete")), danger: true, testid: "delete-topic" },
  ];
}

async function nameTopic(app, title, name, act) {
  const input = el("input", { name: "name", required: true, maxlength: 128, dir: "auto", value: name, autocomplete: "off", "data-testid": "topic-name" });
  const given = await askForm(title, [field("Name", input)], { submit: "Save", testid: "topic" });
  if (given) await app.attempt(() => act(given.get("name").trim()));
}
