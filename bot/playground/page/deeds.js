// What a person can do in an open chat; what fails is said on their own phone.

import { api } from "./api.js";
import { readyToSend } from "./pictures.js";
import { sayOn } from "./toasts.js";

/** The deeds of this phone in that chat, each resolving when the server has taken it. */
export function deedsOf(phone, chat) {
  const { id } = phone.person;
  const sure = (deed) => (...given) => deed(...given).catch((error) => sayOn(phone, error.message));
  const topic = () => phone.conversation?.topics.open ?? undefined;
  const say = sure((text, replyTo) => api.say(id, chat, text, replyTo, topic()));
  return {
    say,
    command: (name) => say(chat === id ? `/${name}` : `/${name}@${phone.app.world.bot.username}`),
    sticker: sure((emoji, replyTo) => api.sticker(id, chat, emoji, replyTo, topic())),
    place: sure((place) => api.place(id, chat, place, topic())),
    forward: sure((message) => api.forward(id, chat, message.id).then(() => sayOn(phone, "Forwarded to the bot."))),
    photos: sure(async (files, caption, replyTo) => api.photos(id, chat, await Promise.all(files.map(readyToSend)), caption || undefined, replyTo, topic())),
    documents: sure((files, caption) => api.documents(id, chat, files, caption || undefined, topic())),
    voice: sure((file, seconds, replyTo) => api.voice(id, chat, file, seconds, replyTo, topic())),
    unblock: sure(() => api.unblock(id)),
    told: (text) => sayOn(phone, text),
  };
}
