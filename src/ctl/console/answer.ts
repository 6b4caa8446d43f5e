/** What is said of an answer: a sentence in the DJ's language where there is one, else what karaokectl prints. Pure. */
import type { Results } from '../../dj/results.ts';
import type { Verb } from '../../dj/verbs.ts';
import type { Reply } from '../call.ts';
import { explained } from '../../party/explained.ts';
import { visible } from '../../party/visible.ts';
import { print } from '../printers.ts';
import { songTable } from '../songs.ts';
import { songName } from '../words.ts';
import type { Screen } from '../table.ts';
import type { Language } from './words/language.ts';
import { wordsIn } from './words/speak.ts';
import type { TellingVerb, Words } from './words/words.ts';

/** Lines, at least one. */
export function answerLines(
  verb: Verb,
  reply: Reply,
  language: Language,
  screen: Screen,
  time: (ms: number) => string,
): readonly string[] {
  if (!reply.ok) return [wordsIn(language).sentence(reply.text), ...songTable(reply.candidates ?? [], screen)];
  if (verb === 'why') return explainedIn(language, reply.value as Results['why']);
  const { did } = wordsIn(language);
  const telling = tellingVerb(verb, did);
  if (telling === null) return print(verb, reply.value, screen);
  // The answer is that verb's; the compiler has lost which one it is.
  return [tell(did, telling, reply.value as Results[TellingVerb], time)];
}

/** The place and the reasons, a sentence each. */
function explainedIn(language: Language, why: Results['why']): readonly string[] {
  const who = wordsIn(language).next;
  const singer = why.with === null ? why.singer : who.with(why.singer, why.with);
  return [
    `${songName(why)} (${visible(singer)})`,
    '',
    ...explained(why.facts, { singer: why.singer, to: 'others', song: songName(why) }, language),
  ];
}

function tellingVerb(verb: Verb, did: Words['did']): TellingVerb | null {
  return Object.hasOwn(did, verb) ? (verb as TellingVerb) : null;
}

function tell<V extends TellingVerb>(
  did: Words['did'],
  verb: V,
  value: Results[V],
  time: (ms: number) => string,
): string {
  return did[verb](value, time);
}
