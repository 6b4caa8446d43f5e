/** hide, unhide. */
import type { Song } from '../../party/model.ts';
import type { HideOutcome } from '../../store/care.ts';
import type { Asked } from '../../store/guests.ts';
import type { Answer, Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { refusal } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { CareResults } from '../results/care.ts';
import { songRow } from '../views.ts';

export function hidingAnswers(desk: Desk): Pick<Answerers, 'hide' | 'unhide'> {
  const { store } = desk;
  const hint = (): void => {
    for (const about of ['catalogue', 'wishes'] as const) desk.hint(about);
  };
  return {
    hide: async ({ song }, { who }): Promise<Answer<'hide'>> => {
      const became = await store.hide(asked(song), who);
      if (became.is === 'done') hint();
      if (!('song' in became)) return notMeant(song, became, 'karaokectl songs <words>');
      return done({ outcome: became.is === 'done' ? 'hidden' : 'already', ...sight(became) });
    },
    unhide: async ({ song }, { who }): Promise<Answer<'unhide'>> => {
      const became = await store.unhide(asked(song), who);
      if (became.is === 'done') hint();
      if (!('song' in became)) return notMeant(song, became, 'karaokectl songs --hidden');
      return done({ outcome: became.is === 'done' ? 'shown' : 'already', ...sight(became) });
    },
  };
}

/** As for `add`: a title that is a number is named with its artist. */
const asked = (song: string): Asked => (/^\d{1,15}$/.test(song) ? { songId: Number(song) } : { text: song });

function sight({ song, wishes, waiting }: Seen): Omit<CareResults['hide'], 'outcome'> {
  const { id: songId, artist, title } = song;
  return {
    songId,
    artist,
    title,
    wishes,
    waiting: waiting.map(({ entryId, singer }) => ({ queueId: entryId, singer })),
  };
}

type Seen = Extract<HideOutcome, { readonly song: Song }>;

function notMeant(song: string, why: Exclude<HideOutcome, Seen>, look: string): Refusal {
  if (why.is === 'no-such-song') return refusal('failed', `There is no song "${song}". Look with: ${look}`);
  const text = `"${song}" may be one of these. Say its number instead`;
  return { ...refusal('failed', text), candidates: why.candidates.map(songRow) };
}
