/** REQUEST and WISH: asking for a song. */
import { singers } from '../../party/duet.ts';
import { err, ok } from '../../protocol/reply.ts';
import type { Ok } from '../../protocol/reply.ts';
import { named, waitRange } from '../../protocol/words.ts';
import type { Asked, Guest, Queued, RequestOutcome, Wished } from '../../store/guests.ts';
import type { Answer, Answers } from '../answer.ts';
import { speaker } from '../answer.ts';
import { notAsked } from './not_asked.ts';

export const asking: Answers<'REQUEST' | 'WISH'> = {
  async REQUEST({ rest, options }, scene) {
    const guest = speaker(scene);
    const { key, with: partner } = options;
    const outcome = await scene.store.request({ guestId: guest.id, key, what: rest, partner });
    return answer(outcome, { what: rest, guest, partner, now: scene.now });
  },
  async WISH({ rest: text }, scene) {
    const guest = speaker(scene);
    const outcome = await scene.store.wish({ guestId: guest.id, text });
    if (outcome.is === 'not-found')
      return { reply: err(501, 'a wish is <artist> - <title>, with blanks around the dash') };
    return answer(outcome, { what: { text }, guest, partner: null, now: scene.now });
  },
};

/** What was asked, and by whom. */
interface Asking {
  readonly what: Asked;
  readonly guest: Guest;
  /** As it was typed; null: alone. */
  readonly partner: string | null;
  readonly now: () => number;
}

function answer(outcome: RequestOutcome, asking: Asking): Answer {
  if (outcome.is === 'queued') return { reply: queued(outcome, asking.guest), changed: 'queue' };
  if (outcome.is === 'wished') return { reply: wished(outcome, asking.partner), changed: 'wishes' };
  return { reply: notAsked(outcome, asking.what, asking.now) };
}

function queued(entry: Queued, { name }: Guest): Ok {
  const { entryId, song, position, wait, repeated, state, partner, heldBy } = entry;
  const became = state === 'waiting' ? '' : ` state=${state}`;
  const again = repeated ? ` repeated=yes${became}` : '';
  return ok('QUEUED', {
    head: `${entryId} song=${song.id} position=${position ?? '?'} wait=${waitRange(wait)}${again}`,
    text: [named(song), ...notes(entry, name)].join(' '),
    fields: {
      queue_id: entryId,
      song_id: song.id,
      position,
      wait_from_min: wait?.fromMin ?? null,
      wait_to_min: wait?.toMin ?? null,
      artist: song.artist,
      title: song.title,
      with: partner,
      repeated,
      state,
      away: heldBy === name,
    },
  });
}

/** What the singer should know beside the song. */
function notes({ partner, partnerIsKnown, heldBy, alsoAskedBy, state }: Queued, singer: string): readonly string[] {
  const stranger = partner !== null && !partnerIsKnown && state === 'waiting';
  return [
    ...(partner === null ? [] : [`(${singers({ singer, partner })})`]),
    ...(stranger ? [`(nobody here is called ${partner} yet)`] : []),
    ...(alsoAskedBy.length > 0 ? [`(${listed(alsoAskedBy)} asked for it too)`] : []),
    ...(heldBy === null
      ? []
      : [
          `(${heldBy === singer ? 'you are away; say BACK to be called' : `${heldBy} is away; it is called after BACK`})`,
        ]),
  ];
}

function wished(wish: Wished, partner: string | null): Ok {
  const { wishId, artist, title, askers, repeated, refusedBefore, state } = wish;
  const open = state === 'wanted' || state === 'fetching';
  const again = repeated ? ` repeated=yes${open ? '' : ` state=${state}`}` : '';
  const before = refusedBefore === null ? '' : ` again; the answer was: ${refusedBefore}`;
  // A wish is for the song. Who sings it too is said when it can be sung.
  const duet = partner === null ? '' : `; say with=${quotedIfNeeded(partner)} again when it is`;
  return ok('WISHED', {
    head: `${wishId} askers=${askers}${again}`,
    text: open
      ? `${named({ artist, title })} is not here yet; the DJ has been asked${before}${duet}`
      : `${named({ artist, title })}: WISHES tells what became of it`,
    fields: { wish_id: wishId, askers, artist, title, repeated, state },
  });
}

const quotedIfNeeded = (name: string): string => (/[\s"]/u.test(name) ? JSON.stringify(name) : name);

/** `Bo`, `Bo and Cy`, `Bo, Cy and 3 others`. */
function listed(names: readonly string[]): string {
  const [first = '', second = '', ...others] = names;
  if (names.length === 1) return first;
  if (others.length === 0) return `${first} and ${second}`;
  return `${first}, ${second} and ${others.length === 1 ? '1 other' : `${others.length} others`}`;
}
