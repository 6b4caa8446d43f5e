/** Why a song may not be had. */
import { readings } from '../../party/match.ts';
import type { Song } from '../../party/model.ts';
import { err } from '../../protocol/reply.ts';
import type { Err } from '../../protocol/reply.ts';
import { songRow } from '../../protocol/rows.ts';
import { hourOf, minutes, named, waitRange } from '../../protocol/words.ts';
import type { Asked, AskRefusal, PartnerCutOff } from '../../store/guests.ts';

/** `now`: milliseconds since 1970. */
export function notAsked(refusal: AskRefusal | PartnerCutOff, what: Asked, now: () => number): Err {
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
      return err(552, `you have ${refusal.limit} in the line, as many as one guest may; sing, or CANCEL one`, {
        fields: { limit: refusal.limit, of: 'queue' },
      });
    case 'wish-limit':
      return err(552, `you have ${refusal.limit} open wishes, as many as one guest may; UNWISH one`, {
        fields: { limit: refusal.limit, of: 'wish' },
      });
    case 'no-party':
      return err(554, 'no party is on. You can still SEARCH and WISH');
    case 'forgotten':
    case 'banned':
      return shownOutSaid(refusal.is);
    case 'hidden-song': {
      const { song } = refusal;
      const text = `${named(song)} is not played here: the DJ has taken it out. Ask for another song`;
      return err(532, text, { fields: { song_id: song.id } });
    }
    case 'too-late':
      return err(555, tooLate(refusal, now()), { fields: { closing_at_ms: refusal.closingAtMs } });
    case 'bad-partner':
      return err(501, `with: ${refusal.why}`);
    case 'partner-banned':
      return err(532, `the DJ has banned ${refusal.name} from this party; sing it alone, or with somebody else`);
    case 'partner-cut-off':
      return err(refusal.candidates.length > 0 ? 551 : 550, quotesMissing(refusal, what), {
        rows: refusal.candidates.map(songRow),
      });
    case 'partner-looks-like': {
      const { name, like } = refusal;
      const text = `${name} looks like ${like}, who is somebody else here. If you mean them, say with="${like}"`;
      return err(531, text, { fields: { name, like, example: null } });
    }
  }
}

/** The DJ has just forgotten, or banned, who speaks; the goodbye is under way. */
export function shownOutSaid(is: 'forgotten' | 'banned'): Err {
  return is === 'banned'
    ? err(532, 'the DJ has banned you from this party')
    : err(530, 'the DJ has forgotten you; say HELLO <your name> to begin anew');
}

/** Who named artist and title may mean none of them: without the way to a wish the question would be a dead end. */
function which([first, second]: readonly Song[], what: Asked): string {
  if (!first) return 'say artist - title';
  const [missing] = 'text' in what ? readings(what.text) : [];
  if (!second) return `is it this one? Say: REQUEST ${first.id}${missing ? `; if not: WISH ${named(missing)}` : ''}`;
  const none = missing ? `; if it is none of these: WISH ${named(missing)}` : '';
  return `which one? Say REQUEST and its number, for example: REQUEST ${first.id}${none}`;
}

/** A line that can be said as it stands, and the way out for who meant the shorter name. */
function quotesMissing({ name, rest }: PartnerCutOff, what: Asked): string {
  const [missing] = 'text' in what ? readings(what.text) : [];
  const none = missing ? `; if not: WISH ${named(missing)}` : '';
  return `a name with blanks stands in quotes. Did you mean: REQUEST with=${JSON.stringify(name)} ${rest || '<song>'}${none}`;
}

/** When the party ends, and what of wait and song is too long for it. */
function tooLate({ closingAtMs, song, wait }: Extract<AskRefusal, { is: 'too-late' }>, nowMs: number): string {
  const left = minutes(Math.max(0, Math.floor((closingAtMs - nowMs) / 1000)));
  const lasts = song.durationS === null ? '' : ` and lasts ${minutes(Math.round(song.durationS))}`;
  const turn = wait ? `: it would be up in ${waitRange(wait)} min${lasts}` : '';
  return `the party ends in ${left} minutes, at ${hourOf(closingAtMs)}; ${named(song)} would not fit${turn}`;
}
