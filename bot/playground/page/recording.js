// A voice message: from the microphone, or a short sample tone where there is none.

const KINDS = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];
const TONE_SECONDS = 1.5;
const TONE_RATE_HZ = 8000;

/** Begins to record; resolves to `{stop, cancel}`, or null without a microphone or permission. */
export async function record() {
  const kind = KINDS.find((type) => window.MediaRecorder?.isTypeSupported(type));
  if (!kind || !navigator.mediaDevices) return null;
  try {
    return recordingOf(await navigator.mediaDevices.getUserMedia({ audio: true }), kind);
  } catch {
    return null;
  }
}

function recordingOf(stream, kind) {
  const recorder = new MediaRecorder(stream, { mimeType: kind });
  const pieces = [];
  const began = performance.now();
  const hush = () => stream.getTracks().forEach((track) => track.stop());
  recorder.ondataavailable = ({ data }) => pieces.push(data);
  recorder.start();
  const stop = () => new Promise((resolve) => {
    recorder.onstop = () => {
      hush();
      const type = kind.split(";")[0];
      const file = new File(pieces, `voice.${type.split("/")[1]}`, { type });
      resolve({ file, seconds: Math.max(1, Math.round((performance.now() - began) / 1000)) });
    };
    recorder.stop();
  });
  return { stop, cancel: () => { recorder.stop(); hush(); } };
}

/** Two soft notes as a WAV file (16-bit mono PCM). */
export function sampleTone() {
  const count = Math.round(TONE_SECONDS * TONE_RATE_HZ);
  const view = new DataView(new ArrayBuffer(44 + count * 2));
  writeHeader(view, count * 2);
  for (let place = 0; place < count; place++) {
    const time = place / TONE_RATE_HZ;
    const pitch = time < TONE_SECONDS / 2 ? 392 : 523;
    const swell = Math.sin((Math.PI * (time % (TONE_SECONDS / 2))) / (TONE_SECONDS / 2));
    view.setInt16(44 + place * 2, 6000 * swell * Math.sin(2 * Math.PI * pitch * time), true);
  }
  return { file: new File([view], "voice.wav", { type: "audio/wav" }), seconds: Math.round(TONE_SECONDS) };
}

function writeHeader(view, bytes) {
  const letters = (at, word) => [...word].forEach((letter, place) => view.setUint8(at + place, letter.charCodeAt(0)));
  letters(0, "RIFF");
  view.setUint32(4, 36 + bytes, true);
  letters(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, TONE_RATE_HZ, true);
  view.setUint32(28, TONE_RATE_HZ * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  letters(36, "data");
  view.setUint32(40, bytes, true);
}
