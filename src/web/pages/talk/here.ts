/** A talk in this browser, with the house that this page came from. */
import { openTalk } from './talk.ts';
import type { Talk } from './talk.ts';
import { connectWebSocket } from './web_socket.ts';

/** Connects at once. */
export function talkFromHere(): Talk {
  const url = new URL('/', location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return openTalk({
    url: url.href,
    storage: storageHere(),
    connect: connectWebSocket,
    now: () => Date.now(),
    elapsedMs: () => performance.now(),
    later: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    chance: () => Math.random(),
    onWake: (wake) => {
      addEventListener('online', wake);
      // Then the connection is to prove that it is still one, as when somebody looks.
      addEventListener('offline', wake);
      addEventListener('pageshow', wake);
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') wake();
      });
    },
  });
}

/** A browser that forbids cookies throws at the mere mention of its storage. */
function storageHere(): Storage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}
