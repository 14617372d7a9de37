// What a member can do to a group: let the bot in or out, change members, rename, make it a supergroup.

import { api } from "./api.js";
import { askForm, field } from "./dialogs.js";
import { el } from "./dom.js";
import { membersField } from "./newcomers.js";

/** The menu items for this group as this person's phone offers them. */
export function groupItems(app, person, chat) {
  const bot = (status) => app.attempt(() => api.botInGroup(chat.id, person.id, status));
  return [
    chat.bot_member
      ? { label: "Remove the bot", act: () => bot("kicked"), danger: true, testid: "remove-bot" }
      : { label: "Add the bot", act: () => bot("member"), testid: "add-bot" },
    chat.bot_member && chat.bot !== "administrator" ? { label: "Make the bot an administrator", act: () => bot("administrator"), testid: "promote-bot" } : null,
    ["administrator", "restricted"].includes(chat.bot) ? { label: "Make the bot a plain member", act: () => bot("member"), testid: "demote-bot" } : null,
    chat.bot === "member" ? { label: "Let the bot only read", act: () => bot("restricted"), testid: "restrict-bot" } : null,
    { label: "Members…", act: () => changeMembers(app, chat) },
    { label: "Rename…", act: () => rename(app, chat) },
    chat.type === "group" ? { label: "Make it a supergroup", act: () => app.attempt(() => api.migrate(chat.id)), testid: "migrate" } : null,
  ];
}

async function changeMembers(app, chat) {
  const given = await askForm("Members", [membersField(app.world.people, chat.members)], { submit: "Save", testid: "members" });
  if (!given) return;
  const wanted = given.getAll("members").map(Number);
  const add = wanted.filter((id) => !chat.members.includes(id));
  const people = app.world.people.map(({ id }) => id);
  const remove = chat.members.filter((id) => people.includes(id) && !wanted.includes(id));
  if (add.length || remove.length) await app.attempt(() => api.members(chat.id, add, remove));
}

async function rename(app, chat) {
  const title = el("input", { name: "title", required: true, maxlength: 60, dir: "auto", value: chat.title, autocomplete: "off" });
  const given = await askForm("Rename the group", [field("Name", title)], { submit: "Save", testid: "rename" });
  if (given) await app.attempt(() => api.retitle(chat.id, given.get("title").trim()));
}
