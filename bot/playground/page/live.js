// Keeps one WebSocket to the server open, with growing pauses between attempts.

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/** Calls `heard(event)` for each event and `standing(isOpen)` whenever the line opens or closes. */
export function listen(heard, standing) {
  let pause = FIRST_PAUSE_MS;
  const dial = () => {
    const socket = new WebSocket(address());
    socket.onopen = () => {
      pause = FIRST_PAUSE_MS;
      standing(true);
    };
    socket.onmessage = ({ data }) => heard(JSON.parse(data));
    socket.onclose = () => {
      standing(false);
      setTimeout(dial, pause * (0.75 + Math.random() / 2));
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    };
  };
  dial();
}

function address() {
  const url = new URL("/live", location.href);
  url.protocol = url.protocol.replace("http", "ws");
  return url;
}
