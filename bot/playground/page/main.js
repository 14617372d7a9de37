// Opens the playground: gathers its pieces, listens to the server, and says what goes wrong.

import { Board } from "./board.js";
import { showClock } from "./clock.js";
import { el, icon } from "./dom.js";
import { dueDrawer } from "./due.js";
import { showInvitations } from "./links.js";
import { listen } from "./live.js";
import { newGroup, newPhone } from "./newcomers.js";
import { wireDrawer } from "./wire.js";
import { World } from "./world.js";

const NOTICE_MS = 4500;
const REFETCHING = new Set(["people", "chats"]);

const find = (selector) => document.querySelector(selector);

function noticeBoard(place) {
  let clearing;
  return (text) => {
    clearTimeout(clearing);
    place.textContent = text;
    clearing = setTimeout(() => (place.textContent = ""), NOTICE_MS);
  };
}

/** Runs `deed`; what fails is said at the bottom of the page and gives undefined. */
async function attempt(notice, deed) {
  try {
    return await deed();
  } catch (error) {
    notice(error.message);
    return undefined;
  }
}

function tool(drawing, words, act, testid) {
  return el("button", { type: "button", class: "button", onclick: act, "data-testid": testid }, icon(drawing), el("span", { text: words }));
}

function showTools(app, place) {
  const invitations = tool("invitation", "Invitations", () => showInvitations(app), "invitations-button");
  const due = tool("due", "Due", null, "due-button");
  const wire = tool("wire", "Wire", null, "wire-button");
  place.append(invitations,
    tool("phone", "New phone", () => newPhone(app), "new-phone-button"),
    tool("group", "New group", () => newGroup(app), "new-group-button"), due, wire);
  dueDrawer(app, find("[data-testid=due]"), due);
  wireDrawer(app, find("[data-testid=wire]"), wire);
}

function heard(app, event) {
  if (REFETCHING.has(event.type)) app.attempt(() => app.world.refresh());
  else app.world.tell(event.type, event);
}

async function lineChanged(app, open) {
  document.body.classList.toggle("offline", !open);
  if (!open) return;
  await app.attempt(() => app.world.refresh());
  find(".tools").hidden = false;  // what they offer is known from now on
  app.world.tell("again");
}

function begin() {
  const notice = noticeBoard(find(".notice"));
  const app = { world: new World(), notice, attempt: (deed) => attempt(notice, deed) };
  app.board = new Board(app, find(".board"), find(".people"));
  showClock(app, find(".clock"));
  showTools(app, find(".tools"));
  listen((event) => heard(app, event), (open) => lineChanged(app, open));
}

begin();
