/** What karaokectl prints, said in the language of the DJ where the console has a sentence for it; tables stay as they are. */
import { answerLines } from './console/answer.ts';
import type { Language } from './console/words/language.ts';
import { wordsIn } from './console/words/speak.ts';
import { screenOf } from './output.ts';
import type { Output } from './output.ts';
import { clockTime } from './words.ts';

/** The same output, which answers and refuses in `language`. `print` writes lines to the terminal. */
export function spokenIn(language: Language, output: Output, print: (lines: readonly string[]) => void): Output {
  if (language === 'en') return output;
  const words = wordsIn(language);
  const refuse: Output['refuse'] = (refused) => output.refuse({ ...refused, text: words.sentence(refused.text) });
  return {
    ...output,
    refuse,
    reply: (verb, reply) => {
      if (!reply.ok) return refuse(reply);
      // The reasons of a place, and what is one sentence; a table answers in columns.
      if (verb !== 'why' && !Object.hasOwn(words.did, verb)) return output.reply(verb, reply);
      const screen = screenOf(process.stdout);
      print(answerLines(verb, reply, language, screen, (ms) => clockTime(ms, screen.nowMs)));
      return 0;
    },
  };
}
