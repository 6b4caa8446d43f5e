/** A connection as browsers have it, and Node too. */
import type { Surroundings } from './surroundings.ts';

export const connectWebSocket: Surroundings['connect'] = (url, hears) => {
  const socket = new WebSocket(url);
  socket.onopen = () => {
    hears.opened();
  };
  socket.onmessage = ({ data }: { readonly data: unknown }) => {
    hears.line(String(data));
  };
  // An error has no words, and a close follows it.
  socket.onclose = () => {
    hears.closed();
  };
  return {
    send: (line) => {
      socket.send(line);
    },
    close: () => {
      socket.close();
    },
  };
};
