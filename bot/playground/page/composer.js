// Where a person answers: typing, commands, attachments, stickers and voice; or START, or unblocking.

import { openMenu } from "./dialogs.js";
import { el, icon, iconButton } from "./dom.js";
import { record, sampleTone } from "./recording.js";
import { lengthOf } from "./words.js";

const ALCAZAR = { latitude: 43.2986, longitude: 5.3783, title: "Alcazar", address: "14 cours Belsunce" };
const STICKERS = ["👍", "❤️", "😊", "😂", "🎉", "🙏", "🌍", "🐈"];

export class Composer {
  commands = [];
  replyTo = null;

  /** `deeds`: `say(text, replyTo)`, `command(name)`, `sticker(emoji, replyTo)`, `place(place)`, `photos(files, caption, replyTo)`, `documents`, `voice(file, seconds, replyTo)`, `unblock`, `told(text)`. */
  constructor(deeds, words) {
    Object.assign(this, { deeds, words });
    this.box = el("textarea", {
      class: "box", rows: "1", dir: "auto", placeholder: words.message, "aria-label": words.message,
      enterkeyhint: "send", autocomplete: "off", maxlength: "4096", "data-testid": "composer",
      oninput: () => this.typed(), onkeydown: (event) => this.keyed(event), onpaste: (event) => this.pasted(event),
    });
    this.quote = el("div", { class: "answering", hidden: true });
    this.palette = el("div", { class: "palette", role: "group", "aria-label": "Commands", hidden: true, "data-testid": "commands" });
    this.row = this.buildRow();
    this.element = el("form", { class: "composer", onsubmit: (event) => this.submit(event), onkeydown: (event) => this.left(event) }, this.palette, this.quote, this.row);
    this.typed();
  }

  buildRow() {
    this.slash = iconButton("list", "Commands", { onclick: () => this.showPalette(this.palette.hidden ? "" : null), "aria-expanded": "false", "data-testid": "menu-button" });
    this.clip = iconButton("attach", "Send a photo, file or sticker", { "aria-haspopup": "menu", onclick: () => this.offer(), "data-testid": "attach" });
    this.microphone = iconButton("microphone", "Record a voice message", { onclick: () => this.speak(), "data-testid": "voice" });
    this.send = iconButton("send", "Send", { type: "submit", class: "icon-button send", "data-testid": "send" });
    return el("div", { class: "composer-row" }, this.slash, this.box, this.clip, this.microphone, this.send);
  }

  /** Shows the typing box ("type"), START ("start") or a way back ("blocked"). */
  become(state) {
    if (this.element.dataset.state === state) return;
    const held = this.element.contains(document.activeElement);
    this.element.dataset.state = state;
    if (state === "type") this.element.replaceChildren(this.palette, this.quote, this.row);
    else if (state === "start") this.element.replaceChildren(this.wide("start", this.words.start, () => this.deeds.say("/start")));
    else {
      this.element.replaceChildren(el("p", { class: "quiet", dir: "auto", text: this.words.blocked }),
        this.wide("unblock", this.words.unblock, () => this.deeds.unblock()));
    }
    if (held) this.element.querySelector("button:not([hidden])").focus({ preventScroll: true });
  }

  wide(testid, words, act) {
    return el("button", { type: "button", class: "button button-strong button-wide", dir: "auto", onclick: act, text: words, "data-testid": testid });
  }

  offerCommands(commands) {
    this.commands = commands ?? [];
    this.slash.hidden = this.commands.length === 0;
  }

  /** Lists the commands that begin so; null hides the list. */
  showPalette(beginning) {
    const fitting = beginning === null ? [] : this.commands.filter(({ command }) => command.startsWith(beginning));
    this.palette.hidden = fitting.length === 0;
    this.slash.setAttribute("aria-expanded", String(!this.palette.hidden));
    this.palette.replaceChildren(...fitting.map(({ command, description }) =>
      el("button", { type: "button", class: "palette-row", "data-command": command, onclick: () => this.choose(command) },
        el("span", { class: "palette-name", dir: "ltr", text: `/${command}` }), el("span", { dir: "auto", text: description }))));
  }

  choose(command) {
    this.showPalette(null);
    if (this.box.value.startsWith("/")) this.take();
    this.deeds.command(command);
    this.box.focus();
  }

  typed() {
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, 132)}px`;
    const written = this.box.value.trim() !== "";
    this.send.hidden = !written;
    this.microphone.hidden = written;
    this.showPalette(/^\/\w*$/.test(this.box.value) ? this.box.value.slice(1) : null);
  }

  keyed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.submit(event);
  }

  left({ key }) {
    if (key !== "Escape") return;
    this.showPalette(null);
    this.answer(null);
    this.box.focus();
  }

  pasted(event) {
    const picture = [...(event.clipboardData?.files ?? [])].find((file) => file.type.startsWith("image/"));
    if (!picture) return;
    event.preventDefault();
    this.sendPhotos([picture]);
  }

  submit(event) {
    event.preventDefault();
    const replyTo = this.replyTo?.id;
    const text = this.take();
    if (text) this.deeds.say(text, replyTo);
  }

  /** Empties the box and gives what stood in it. */
  take() {
    const text = this.box.value.trim();
    this.box.value = "";
    this.answer(null);
    this.typed();
    return text;
  }

  answer(message) {
    this.replyTo = message;
    this.quote.hidden = !message;
    if (!message) return;
    const cancel = iconButton("close", "Do not reply to it", { onclick: () => this.answer(null) });
    this.quote.replaceChildren(icon("reply"), el("span", { dir: "auto", text: message.text || "…" }), cancel);
    this.box.focus();
  }

  offer() {
    openMenu(this.clip, [
      { label: "Photos or videos", drawing: "picture", act: () => this.pick("image/*,video/*", (files) => this.sendPhotos(files)), testid: "send-photo" },
      { label: "Documents", drawing: "document", act: () => this.pick("", (files) => this.deeds.documents(files, this.take())), testid: "send-document" },
      { label: "Sticker", drawing: "sticker", act: () => this.showStickers(), testid: "send-sticker" },
      { label: "Sample place", drawing: "pin", act: () => this.deeds.place({ latitude: 43.2951, longitude: 5.3744 }), testid: "send-place" },
      { label: "Sample place with a name", drawing: "pin", act: () => this.deeds.place(ALCAZAR), testid: "send-venue" },
      { label: "Sample voice message", drawing: "microphone", act: () => this.sendTone(), testid: "send-tone" },
    ], "Send");
  }

  pick(accept, use) {
    const chooser = el("input", { type: "file", accept: accept || null, multiple: true, hidden: true });
    chooser.addEventListener("change", () => {
      if (chooser.files.length) use([...chooser.files]);
      chooser.remove();
    });
    chooser.addEventListener("cancel", () => chooser.remove());
    this.element.append(chooser);
    chooser.click();
  }

  showStickers() {
    this.palette.hidden = false;
    const send = (emoji) => {
      this.showPalette(null);
      this.deeds.sticker(emoji, this.replyTo?.id);
      this.answer(null);
    };
    this.palette.replaceChildren(el("div", { class: "stickers" }, STICKERS.map((emoji) =>
      el("button", { type: "button", class: "sticker", "aria-label": `Sticker ${emoji}`, text: emoji, onclick: () => send(emoji) }))));
    this.palette.querySelector("button").focus();
  }

  sendPhotos(files) {
    const replyTo = this.replyTo?.id;
    this.deeds.photos(files, this.take(), replyTo);
  }

  sendTone() {
    const { file, seconds } = sampleTone();
    this.sendVoice(file, seconds);
  }

  sendVoice(file, seconds) {
    this.deeds.voice(file, seconds, this.replyTo?.id);
    this.answer(null);
  }

  async speak() {
    const recording = await record();
    if (!recording) {
      this.deeds.told("No microphone here: a sample tone is sent.");
      this.sendTone();
      return;
    }
    this.showRecording(recording);
  }

  showRecording(recording) {
    const began = performance.now();
    const length = el("span", { class: "recording-length", dir: "ltr", text: "0:00" });
    const ticking = setInterval(() => (length.textContent = lengthOf((performance.now() - began) / 1000)), 250);
    const end = () => {
      clearInterval(ticking);
      this.element.replaceChildren(this.palette, this.quote, this.row);
    };
    const cancel = iconButton("close", "Throw the recording away", { onclick: () => { recording.cancel(); end(); } });
    const send = iconButton("send", "Send the recording", {
      class: "icon-button send", "data-testid": "send-recording",
      onclick: async () => {
        const { file, seconds } = await recording.stop();
        end();
        this.sendVoice(file, seconds);
      },
    });
    this.element.replaceChildren(el("div", { class: "composer-row recording" }, cancel, el("span", { class: "recording-dot" }), length, send));
    send.focus();
  }
}
