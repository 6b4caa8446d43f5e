/** queue, why, add, remove. */
import { singers } from '../../party/duet.ts';
import type { AskRefusal, WhyOutcome } from '../../store/guests.ts';
import type { Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { refusal } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { pageOf, queueRow, songRow, whyRows } from '../views.ts';
import { wanted } from './songs.ts';

export function lineAnswers(desk: Desk): Pick<Answerers, 'queue' | 'why' | 'add' | 'remove'> {
  const { store } = desk;
  return {
    queue: async ({ page }) => done(pageOf(await store.line(wanted(page)), queueRow)),
    why: async ({ id }) => {
      const outcome = await store.why(id);
      return outcome.is === 'in-line' ? done(whyRows(outcome)) : notInLine(outcome, id);
    },
    add: async ({ for: name, with: partner, song }, { who }) => {
      // A title that is a number is asked for with its artist, as guests do.
      const what = /^\d{1,15}$/.test(song) ? { songId: Number(song) } : { text: song };
      const added = await store.addFor(name, what, who, partner);
      if (added.is === 'bad-name') {
        return refusal('usage', `"${name}" cannot be a guest's name: ${added.why} Say another after --for`);
      }
      if (added.is !== 'queued') return notAdded(added, song);
      desk.hint('queue');
      const { entryId, singer, position, wait, alsoAskedBy, tooLateFor } = added;
      return done({
        queueId: entryId,
        singer,
        song: songRow(added.song),
        position,
        waitFromMin: wait?.fromMin ?? null,
        waitToMin: wait?.toMin ?? null,
        alsoAskedBy,
        with: added.partner,
        tooLateFor,
      });
    },
    remove: async ({ id }, { who }) => {
      const removed = await store.removeEntry(id, who);
      if (removed.is === 'unknown') {
        return refusal('failed', `There is no entry ${id}. Its number is the first column of: karaokectl queue`);
      }
      if (removed.is === 'too-late') {
        const remedy = removed.state === 'singing' ? ' To end it: karaokectl skip' : '';
        return refusal('conflict', `Entry ${id} no longer waits, it is ${removed.state}.${remedy}`);
      }
      desk.hint('queue');
      return done({ queueId: id, singer: removed.singer, artist: removed.artist, title: removed.title });
    },
  };
}

function notInLine(outcome: Exclude<WhyOutcome, { is: 'in-line' }>, id: number): Refusal {
  if (outcome.is === 'unknown') {
    return refusal('failed', `There is no entry ${id}. Its number is the first column of: karaokectl queue`);
  }
  const { entry } = outcome;
  return refusal('conflict', `Entry ${id} is not in the line: ${named(entry)} (${singers(entry)}) is ${entry.state}.`);
}

function notAdded(why: AskRefusal, song: string): Refusal {
  switch (why.is) {
    case 'unsure': {
      const text = `"${song}" may be one of these. Say its number instead`;
      return { ...refusal('failed', text), candidates: why.candidates.map(songRow) };
    }
    case 'not-found':
      return refusal('failed', `Nothing here is like "${song}". Look with: karaokectl songs <words>`);
    case 'hidden-song':
      return refusal('conflict', `${named(why.song)} is hidden. To show it again: karaokectl unhide ${why.song.id}`);
    case 'banned':
      return refusal('conflict', 'That guest is banned. To let them in again: karaokectl unban <guest>');
    case 'no-such-song':
      return refusal('failed', `There is no song ${why.songId}. Look with: karaokectl songs <words>`);
    case 'duplicate-entry':
      return refusal('conflict', `${named(why.song)} waits for that guest already, as entry ${why.entryId}.`);
    case 'duplicate-song':
      return refusal('conflict', `${named(why.song)} is here already, as song ${why.song.id}.`);
    case 'queue-limit':
    case 'wish-limit':
      return refusal('conflict', `That guest has ${why.limit} already. Remove one first: karaokectl remove <id>`);
    case 'forgotten':
      return refusal('conflict', 'That guest has just been forgotten. Say the name again to begin anew.');
    case 'no-party':
      return refusal('conflict', 'No party is on. To begin one: karaokectl party start');
    case 'too-late':
      return refusal('conflict', 'It would not fit before the end of the party.');
    case 'bad-partner':
      return refusal('usage', `Nobody can be sung with so: ${why.why}`);
    case 'partner-banned':
      return refusal('conflict', `${why.name} is banned. To let them in again: karaokectl unban "${why.name}"`);
    case 'partner-looks-like':
      return refusal('usage', `"${why.name}" looks like ${why.like}, who is another guest. Type the name as it is.`);
  }
}

function named({ artist, title }: { readonly artist: string; readonly title: string }): string {
  return `${artist} - ${title}`;
}
