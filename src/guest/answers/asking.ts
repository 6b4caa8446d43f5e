/** REQUEST and WISH: asking for a song, and why it may not be had. */
import { readings } from '../../party/match.ts';
import type { Song } from '../../party/model.ts';
import { err, ok } from '../../protocol/reply.ts';
import type { Err, Ok } from '../../protocol/reply.ts';
import { songRow } from '../../protocol/rows.ts';
import { minutes, named, waitRange } from '../../protocol/words.ts';
import type { Asked, AskRefusal, Queued, RequestOutcome, Wished } from '../../store/guests.ts';
import type { Answer, Answers } from '../answer.ts';
import { speaker } from '../answer.ts';

export const asking: Answers<'REQUEST' | 'WISH'> = {
  async REQUEST({ rest, options }, scene) {
    const guestId = speaker(scene).id;
    const outcome = await scene.store.request({ guestId, key: options.key, what: rest });
    return answer(outcome, rest, scene.now);
  },
  async WISH({ rest: text }, scene) {
    const outcome = await scene.store.wish({ guestId: speaker(scene).id, text });
    if (outcome.is === 'not-found')
      return { reply: err(501, 'a wish is <artist> - <title>, with blanks around the dash') };
    return answer(outcome, { text }, scene.now);
  },
};

function answer(outcome: RequestOutcome, what: Asked, now: () => number): Answer {
  if (outcome.is === 'queued') return { reply: queued(outcome), changed: 'queue' };
  if (outcome.is === 'wished') return { reply: wished(outcome), changed: 'wishes' };
  return { reply: refused(outcome, what, now) };
}

function queued({ entryId, song, position, wait, repeated, alsoAskedBy, state }: Queued): Ok {
  const became = state === 'waiting' ? '' : ` state=${state}`;
  const again = repeated ? ` repeated=yes${became}` : '';
  const also = alsoAskedBy.length > 0 ? ` (${listed(alsoAskedBy)} asked for it too)` : '';
  return ok('QUEUED', {
    head: `${entryId} song=${song.id} position=${position ?? '?'} wait=${waitRange(wait)}${again}`,
    text: named(song) + also,
    fields: {
      queue_id: entryId,
      song_id: song.id,
      position,
      wait_from_min: wait?.fromMin ?? null,
      wait_to_min: wait?.toMin ?? null,
      artist: song.artist,
      title: song.title,
      repeated,
      state,
    },
  });
}

function wished({ wishId, artist, title, askers, repeated, refusedBefore, state }: Wished): Ok {
  const open = state === 'wanted' || state === 'fetching';
  const again = repeated ? ` repeated=yes${open ? '' : ` state=${state}`}` : '';
  const before = refusedBefore === null ? '' : ` again; the answer was: ${refusedBefore}`;
  return ok('WISHED', {
    head: `${wishId} askers=${askers}${again}`,
    text: open
      ? `${named({ artist, title })} is not here yet; the DJ has been asked${before}`
      : `${named({ artist, title })}: WISHES tells what became of it`,
    fields: { wish_id: wishId, askers, artist, title, repeated, state },
  });
}

function refused(refusal: AskRefusal, what: Asked, now: () => number): Err {
  switch (refusal.is) {
    case 'unsure':
      return err(551, which(refusal.candidates, what), { rows: refusal.candidates.map(songRow) });
    case 'not-found':
      return err(550, 'Say artist - title and the DJ will look for it');
    case 'no-such-song':
      return err(550, `there is no song ${refusal.songId}; SEARCH finds songs by their words`);
    case 'duplicate-entry': {
      const { entryId, song } = refusal;
      return err(553, `you wait for ${named(song)} already; it is ${entryId}`, { fields: { queue_id: entryId } });
    }
    case 'duplicate-song': {
      const { song } = refusal;
      return err(553, `${named(song)} is here. Say: REQUEST ${song.id}`, { fields: { song_id: song.id } });
    }
    case 'queue-limit':
      return err(552, `you have ${refusal.limit} in the line, as many as one guest may; sing, or CANCEL one`);
    case 'wish-limit':
      return err(552, `you have ${refusal.limit} open wishes, as many as one guest may; UNWISH one`);
    case 'no-party':
      return err(554, 'no party is on. You can still SEARCH and WISH');
    case 'forgotten':
      return err(530, 'the DJ has forgotten you; say HELLO <your name> to begin anew');
    case 'too-late': {
      const leftS = Math.max(0, Math.floor((refusal.closingAtMs - now()) / 1000));
      return err(555, `the party ends in ${minutes(leftS)} minutes; your turn would not come before`);
    }
  }
}

/** Who named artist and title may mean none of them: without the way to a wish the question would be a dead end. */
function which([first]: readonly Song[], what: Asked): string {
  if (!first) return 'say artist - title';
  const [missing] = 'text' in what ? readings(what.text) : [];
  const none = missing ? `; if it is none of these: WISH ${named(missing)}` : '';
  return `which one? Say REQUEST and its number, for example: REQUEST ${first.id}${none}`;
}

/** `Bo`, `Bo and Cy`, `Bo, Cy and 3 others`. */
function listed(names: readonly string[]): string {
  const [first = '', second = '', ...others] = names;
  if (names.length === 1) return first;
  if (others.length === 0) return `${first} and ${second}`;
  return `${first}, ${second} and ${others.length === 1 ? '1 other' : `${others.length} others`}`;
}
