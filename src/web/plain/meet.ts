/** Who loads the page by a cookie. To load it changes nothing, so its guest is looked up; HELLO comes with a deed. */
import type { Credentials } from '../http/cookies.ts';
import { greet } from './greet.ts';
import type { Greeted } from './greet.ts';
import { visit } from './visit.ts';
import type { Doorway, Say } from './visit.ts';

/** Within it the page is loaded anew, even if late: once a minute, where somebody waits. */
const SILENT_MS = 2 * 60_000;

/**
 * Resolves as `talk` does, which hears what the house knows of `cookie`. HELLO is said only where something must be written:
 * a wrong code, or that somebody is still here. Rejects with StoreBusy.
 */
export async function meet<T>(
  door: Doorway,
  remote: string,
  cookie: Credentials,
  talk: (say: Say, greeted: Greeted) => Promise<T>,
): Promise<T> {
  const found = await door.recognise({ ...cookie, remote, silentMs: SILENT_MS });
  switch (found.is) {
    case 'guest': {
      const { guest } = found;
      const known = { name: guest.name, code: cookie.code };
      return visit(door, { remote, guest }, (say) => talk(say, { is: 'guest', ...guest, known, isNew: false }));
    }
    case 'unknown':
      return visit(door, { remote, guest: null }, (say) => talk(say, { is: 'nobody' }));
    case 'must-say-hello':
      return visit(door, { remote, guest: null }, async (say) =>
        talk(say, await greet({ ...cookie, by: 'cookie' }, say)),
      );
  }
}
