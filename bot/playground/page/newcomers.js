// New phones and new groups: the questions asked before they exist.

import { api } from "./api.js";
import { askForm, field } from "./dialogs.js";
import { el } from "./dom.js";
import { LANGUAGES } from "./words.js";

export function languageChoice(current) {
  const options = Object.entries(LANGUAGES).map(([code, name]) =>
    el("option", { value: code, lang: code, selected: code === current, text: name }));
  return el("select", { name: "language", "data-testid": "language" }, options);
}

/** Asks for a name and an app language; resolves to the new person, or null. */
export async function newPhone(app) {
  const given = await askForm("A new phone", [
    field("Whose phone is it?", el("input", { name: "name", required: true, maxlength: 40, autocomplete: "off", dir: "auto", "data-testid": "name" })),
    field("Language of the phone", languageChoice("en")),
  ], { submit: "Hand it over", testid: "new-phone" });
  if (!given) return null;
  return app.attempt(async () => {
    const person = await api.newPhone(given.get("name").trim(), given.get("language"));
    await app.world.refresh();
    app.board.show(person.id, person.id);
    return person;
  });
}

export async function newGroup(app) {
  const given = await askForm("A new group", [
    field("Name", el("input", { name: "title", required: true, maxlength: 60, autocomplete: "off", dir: "auto", "data-testid": "title" })),
    membersField(app.world.people, []),
    field("Kind", el("select", { name: "type" }, el("option", { value: "group", text: "Group" }), el("option", { value: "supergroup", text: "Supergroup" }), el("option", { value: "forum", text: "Group with topics" }))),
    el("label", { class: "tick" }, el("input", { type: "checkbox", name: "bot", checked: true }), el("span", { text: "Add the bot at once" })),
  ], { submit: "Make the group", testid: "new-group" });
  if (!given) return;
  const members = given.getAll("members").map(Number);
  if (!members.length) {
    app.notice("A group needs somebody in it.");
    return;
  }
  await app.attempt(() => makeGroup(app, given, members));
}

async function makeGroup(app, given, members) {
  const chat = await api.newGroup(given.get("title").trim(), members, given.get("type"));
  if (given.get("bot")) await api.botInGroup(chat.id, members[0], "member");
  await app.world.refresh();
  app.board.show(members[0], chat.id);
}

/** Ticks for people, those in `present` ticked. */
export function membersField(people, present) {
  const ticks = people.map((person) =>
    el("label", { class: "tick" },
      el("input", { type: "checkbox", name: "members", value: person.id, checked: present.includes(person.id) }),
      el("span", { dir: "auto", text: person.name })));
  return el("fieldset", { class: "field" }, el("legend", { text: "Who is in it" }), ticks);
}
