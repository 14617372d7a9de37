// What a person can do in an open chat; what fails is said on their own phone.

import { api } from "./api.js";
import { readyToSend } from "./pictures.js";
import { sayOn } from "./toasts.js";

/** The deeds of this phone in that chat, each resolving when the server has taken it. */
export function deedsOf(phone, chat) {
  const { id } = phone.person;
  const sure = (deed) => (...given) => deed(...given).catch((error) => sayOn(phone, error.message));
  const say = sure((text, replyTo) => api.say(id, chat, text, replyTo));
  return {
    say,
    command: (name) => say(chat === id ? `/${name}` : `/${name}@${phone.app.world.bot.username}`),
    sticker: sure((emoji, replyTo) => api.sticker(id, chat, emoji, replyTo)),
    place: sure((latitude, longitude) => api.place(id, chat, latitude, longitude)),
    photo: sure(async (file, caption, replyTo) => api.photo(id, chat, await readyToSend(file), caption || undefined, replyTo)),
    document: sure((file, caption) => api.document(id, chat, file, caption || undefined)),
    voice: sure((file, seconds, replyTo) => api.voice(id, chat, file, seconds, replyTo)),
    unblock: sure(() => api.unblock(id)),
    told: (text) => sayOn(phone, text),
  };
}
