/** missing, found, fetch, refuse. */
import { moved } from '../../party/wish.ts';
import type { WishDecision } from '../../store/dj.ts';
import type { Answer, Answerers, Asker, Desk, PathLook } from '../desk.ts';
import { done } from '../desk.ts';
import { follow } from '../follow.ts';
import { refusal } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { wanted } from './songs.ts';

export function missingAnswers(desk: Desk): Pick<Answerers, 'missing' | 'found' | 'fetch' | 'refuse'> {
  const { store } = desk;
  return {
    missing: async ({ page }) => done(await store.missing(wanted(page))),
    found: async ({ wish, 'song-or-file': here }, asker) => {
      if (typeof here === 'string') return foundInFile(desk, asker, wish, here);
      const decided = await store.found(wish, here, asker.who);
      if (decided.is !== 'done') return undecided(wish, decided);
      desk.hint('wishes');
      return done({ wishId: wish, songId: here, artist: decided.artist, title: decided.title, askers: decided.askers });
    },
    fetch: async ({ wish }, { who }) => {
      if (!desk.canFetch()) return refusal('failed', NO_COMMAND);
      const ordered = await store.askFetch(wish, who);
      if (ordered.is === 'no-such-wish' || ordered.is === 'already') return undecided(wish, ordered);
      desk.hint('wishes');
      return done({ wishId: wish, artist: ordered.artist, title: ordered.title, outcome: ordered.is });
    },
    refuse: async ({ wish, reason }, { who }) => {
      const decided = await store.refuse(wish, reason, who);
      if (decided.is !== 'done') return undecided(wish, decided);
      desk.hint('wishes');
      return done({ wishId: wish, reason, artist: decided.artist, title: decided.title, askers: decided.askers });
    },
  };
}

const NO_COMMAND =
  'Nothing can be fetched: fetch.command is not set. Name the program that brings songs in karaoked.toml, ' +
  '[fetch] command = "/path/to/program", and have it read (kill -HUP to karaoked). docs/operations.md has an example.';

/** The file becomes a song, wherever it lies, and the wish is that song: the librarian does both, so that no fall parts them. */
async function foundInFile(desk: Desk, asker: Asker, wishId: number, file: string): Promise<Answer<'found'>> {
  const before = await desk.store.wishNow(wishId);
  if (!before) return undecided(wishId, { is: 'no-such-wish' });
  if (moved(before.state, 'find') === null) return undecided(wishId, { is: 'already', ...before });
  const look = await desk.look(file);
  if (look !== 'file') return noFile(file, look);
  const jobId = await desk.store.askBring(file, wishId, asker.who);
  desk.hint('catalogue');
  const ended = await follow(desk, asker, { jobId, kind: 'bring', what: `Bringing "${file}"` });
  if (!ended.ok) return ended;
  const { songId } = ended.result;
  const { artist, title, askers, state, songId: home } = (await desk.store.wishNow(wishId)) ?? before;
  // Somebody else was faster, or the last asker took it back: the song is here all the same.
  if (home !== songId) return undecided(wishId, { is: 'already', state, artist, title });
  return done({ wishId, songId, artist, title, askers });
}

function noFile(file: string, look: Exclude<PathLook, 'file'>): Refusal {
  switch (look) {
    case 'absent':
      return refusal('failed', `There is no file "${file}". Is it spelt like that?`);
    case 'folder':
      return refusal('failed', `"${file}" is a folder. Name one file of it, or bring all: karaokectl library add`);
    case 'denied':
      return refusal(
        'failed',
        `The user that runs karaoked may not read "${file}". Make it readable (chmod +r), also its folders (chmod +x).`,
      );
  }
}

function undecided(wish: number, why: Exclude<WishDecision, { is: 'done' }>): Refusal {
  switch (why.is) {
    case 'no-such-wish':
      return refusal('failed', `There is no wish ${wish}. Its number is the first column of: karaokectl missing`);
    case 'no-such-song':
      return refusal('failed', `There is no song ${why.songId}, or it is hidden. Look with: karaokectl songs <words>`);
    case 'already':
      return refusal('conflict', `Wish ${wish}, ${why.artist} - ${why.title}, is ${why.state} already.`);
  }
}
