// The ⋮ of a phone: the group or the bot, the language of the app, and the phone's place on the board.

import { api } from "./api.js";
import { askForm, field } from "./dialogs.js";
import { groupItems } from "./groups.js";
import { languageChoice } from "./newcomers.js";
import { topicItems } from "./topics.js";

export function phoneItems(app, phone) {
  const { person, chat } = phone;
  return [
    ...(chat && chat.type !== "private" ? [...groupItems(app, person, chat), ...topicItems(app, person, chat, phone.conversation?.topics.current)] : [blockItem(app, person)]),
    { label: "Language of the phone…", act: () => changeLanguage(app, person), testid: "phone-language" },
    { label: "Move to the left", act: () => app.board.move(person.id, -1) },
    { label: "Move to the right", act: () => app.board.move(person.id, 1) },
    { label: "Put this phone away", act: () => app.board.putAway(person.id), testid: "put-away" },
  ];
}

function blockItem(app, person) {
  return person.blocked
    ? { label: "Unblock the bot", act: () => app.attempt(() => api.unblock(person.id)), testid: "unblock-bot" }
    : { label: "Block the bot", act: () => app.attempt(() => api.block(person.id)), danger: true, testid: "block-bot" };
}

async function changeLanguage(app, person) {
  const given = await askForm(`Language of ${person.name}’s phone`, [field("Language", languageChoice(person.language))],
    { submit: "Save", testid: "change-language" });
  if (given) await app.attempt(() => api.speak(person.id, given.get("language")));
}
