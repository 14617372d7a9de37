// The head of a phone's screen: which chat is open, the way back to the others, and the ⋮ menu.

import { openMenu } from "./dialogs.js";
import { avatar, botFace, el, iconButton } from "./dom.js";
import { phoneItems } from "./phonemenu.js";
import { languageName } from "./words.js";

/** The parts of the head for the phone as it stands now. */
export function headParts(phone) {
  const title = phone.chat?.title ?? phone.person.name;
  return [backButton(phone), phone.chat?.type === "private" ? botFace() : avatar(title), titles(phone, title), moreButton(phone)].filter(Boolean);
}

function backButton(phone) {
  const several = phone.app.world.groupsOf(phone.person.id).length > 0;
  if (!several || phone.chatId === null) return null;
  const back = iconButton("back", "Chats", { class: "icon-button back", "data-testid": "back", onclick: () => phone.open(null) });
  const elsewhere = phone.unreadCount - (phone.unread.get(phone.chatId) ?? 0);
  if (elsewhere) back.append(el("span", { class: "badge", text: elsewhere }));
  return back;
}

function titles({ chat, person, words }, title) {
  const under = chat ? memberCount(chat, words) ?? words.bot : languageName(person.language);
  return el("div", { class: "titles" }, el("h2", { dir: "auto", text: title }), el("small", { dir: "auto", text: under }));
}

function memberCount(chat, words) {
  return chat.type === "private" ? null : `${words.members}: ${chat.members.length}${chat.bot_member ? ` + ${words.bot}` : ""}`;
}

function moreButton(phone) {
  const more = iconButton("more", "More", { "aria-haspopup": "menu", "data-testid": "more" });
  more.onclick = () => openMenu(more, phoneItems(phone.app, phone), "More");
  return more;
}
