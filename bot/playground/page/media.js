// Pictures, films, documents and voice messages inside a bubble.

import { el, icon, iconButton } from "./dom.js";
import { lengthOf } from "./words.js";

/** The media of a message, in the order they are read; `enlarge(address, words)` is called on a tap. */
export function mediaOf(message, enlarge) {
  const parts = [];
  if (message.photo) parts.push(picture(message.photo, message.text || "Picture", enlarge));
  if (message.video) parts.push(el("video", { class: "film", src: message.video.url, controls: true, preload: "metadata", "aria-label": message.video.name }));
  if (message.voice) parts.push(voice(message.voice));
  if (message.document) parts.push(attachment(message.document));
  return parts;
}

function picture(address, words, enlarge) {
  const image = el("img", { src: address, alt: words, decoding: "async" });
  return el("button", { type: "button", class: "picture", onclick: () => enlarge(address, words) }, image);
}

function attachment({ name, url, size }) {
  return el("a", { class: "document", href: url, download: name },
    el("span", { class: "document-mark" }, icon("document")),
    el("span", { class: "document-words" },
      el("span", { dir: "auto", text: name }), size ? el("small", { dir: "ltr", text: weight(size) }) : null));
}

function weight(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function voice({ url, duration }) {
  const sound = el("audio", { src: url, preload: "none" });
  const toggle = iconButton("play", "Play the voice message", { class: "icon-button voice-toggle" });
  const progress = el("progress", { class: "voice-progress", max: "1", value: "0", "aria-label": "Played" });
  const left = el("span", { class: "voice-length", dir: "ltr", text: lengthOf(duration) });
  toggle.addEventListener("click", () => (sound.paused ? sound.play().catch(() => showPlaying(toggle, false)) : sound.pause()));
  sound.addEventListener("play", () => showPlaying(toggle, true));
  sound.addEventListener("pause", () => showPlaying(toggle, false));
  sound.addEventListener("timeupdate", () => {
    const whole = Number.isFinite(sound.duration) ? sound.duration : duration || 1;
    progress.value = sound.ended ? 0 : Math.min(1, sound.currentTime / whole);
    left.textContent = lengthOf(sound.ended ? duration : sound.currentTime);
  });
  return el("div", { class: "voice" }, toggle, progress, left, sound);
}

function showPlaying(toggle, playing) {
  toggle.replaceChildren(icon(playing ? "pause" : "play"));
  toggle.setAttribute("aria-label", playing ? "Pause" : "Play the voice message");
}
