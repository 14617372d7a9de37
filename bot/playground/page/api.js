// The phone side of the playground's server: one function a request, plain JSON back.

async function ask(path, options = {}) {
  const answer = await fetch(path, { headers: { accept: "application/json" }, ...options });
  const body = await answer.text();
  const value = parsed(body);
  if (!answer.ok) throw new Error(reasonIn(value) ?? (body || `The server answered ${answer.status}.`));
  return value;
}

function parsed(body) {
  try {
    return body ? JSON.parse(body) : {};
  } catch {
    return undefined;
  }
}

function reasonIn(value) {
  return value?.error ?? value?.description ?? value?.detail;
}

function post(path, value = {}) {
  const headers = { "content-type": "application/json", accept: "application/json" };
  return ask(path, { method: "POST", headers, body: JSON.stringify(value) });
}

function upload(path, files, fields) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) form.append(name, String(value));
  for (const file of files) form.append("file", file, file.name);
  return ask(path, { method: "POST", body: form });
}

const talk = (person, chat, deed) => `/phones/${person}/chats/${chat}/${deed}`;

export const api = {
  phones: () => ask("/phones"),
  conversation: (person, chat) => ask(`/phones/${person}/chats/${chat}`),
  newPhone: (name, language) => post("/phones", { name, language }),
  speak: (person, language) => post(`/phones/${person}/language`, { language }),
  block: (person) => post(`/phones/${person}/block`),
  unblock: (person) => post(`/phones/${person}/unblock`),
  open: (person, link) => post(`/phones/${person}/open`, { link }),

  say: (person, chat, text, replyTo, topic) => post(talk(person, chat, "say"), { text, reply_to: replyTo, topic }),
  press: (person, chat, message, data) => post(talk(person, chat, "press"), { message, data }),
  sticker: (person, chat, emoji, replyTo, topic) => post(talk(person, chat, "sticker"), { emoji, reply_to: replyTo, topic }),
  place: (person, chat, place, topic) => post(talk(person, chat, "place"), { ...place, topic }),
  forward: (person, chat, message) => post(talk(person, chat, "forward"), { message }),
  photos: (person, chat, files, caption, replyTo, topic) => upload(talk(person, chat, "photo"), files, { caption, reply_to: replyTo, topic }),
  documents: (person, chat, files, caption, topic) => upload(talk(person, chat, "document"), files, { caption, topic }),
  voice: (person, chat, file, duration, replyTo, topic) => upload(talk(person, chat, "voice"), [file], { duration, reply_to: replyTo, topic }),

  newGroup: (title, members, type) => post("/groups", { title, members, type }),
  botInGroup: (chat, by, status) => post(`/groups/${chat}/bot`, { by, status }),
  members: (chat, add, remove) => post(`/groups/${chat}/members`, { add, remove }),
  migrate: (chat) => post(`/groups/${chat}/migrate`),
  forum: (chat) => post(`/groups/${chat}/forum`),
  newTopic: (chat, by, name) => post(`/groups/${chat}/topics`, { by, name }),
  renameTopic: (chat, topic, by, name) => post(`/groups/${chat}/topics/${topic}/name`, { by, name }),
  shutTopic: (chat, topic, verb) => post(`/groups/${chat}/topics/${topic}/${verb}`),
  retitle: (chat, title) => post(`/groups/${chat}/title`, { title }),

  clock: () => ask("/clock"),
  nextDue: () => post("/clock", { to: "next" }),
  later: (seconds) => post("/clock", { by_seconds: seconds }),
  due: () => ask("/due"),
  wire: () => ask("/wire?since=0"),
};
