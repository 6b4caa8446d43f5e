/** Why a song stands where it stands, in the page's words: those of the house speak of commands, and a page has buttons. */
import type { Fact } from '../../../../party/explain.ts';
import { explained } from '../../../../party/explained.ts';
import { reasonSentence } from '../../../../party/reasons.ts';
import type { About } from '../../../../party/reasons.ts';
import { named } from '../../../words/song.ts';
import type { Language, Words } from '../../../words/words.ts';
import type { Row } from '../../talk/said.ts';
import { sameName } from '../evening/calls.ts';
import type { Me } from '../evening/state.ts';

type Entry = Pick<Row<'queue row'>, 'singer' | 'guest_id' | 'artist' | 'title' | 'why'>;

interface Telling {
  readonly me: Me | null;
  readonly words: Words;
  readonly language: Language;
}

/** Which rule decided, in one sentence. */
export const whySaid = (entry: Entry, telling: Telling): string =>
  reasonSaid(entry.why, about(entry, telling), telling);

/** All that there is to say of its place, one sentence for each fact. */
export function whysSaid(entry: Entry, facts: readonly Fact[], telling: Telling): readonly string[] {
  const of = about(entry, telling);
  return facts.flatMap((fact) => {
    if (fact.about === 'reason') return [reasonSaid(fact.reason, of, telling)];
    if (fact.about === 'own-ahead' && of.to === 'you') return [telling.words.mine.ownAhead(fact.entries)];
    return explained([fact], { ...of, song: named(entry) }, telling.language);
  });
}

function reasonSaid(reason: Entry['why'], of: About, { me, words, language }: Telling): string {
  if (reason.rule !== 'away') return reasonSentence(reason, of, language);
  return sameName(reason.who, me?.name ?? null) ? words.mine.awayYou : words.mine.awayOther(reason.who);
}

const about = ({ singer, guest_id }: Entry, { me }: Telling): About => ({
  singer,
  to: guest_id === me?.guestId ? 'you' : 'others',
});
