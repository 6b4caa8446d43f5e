/** What is said in English wherever karaokectl is used (call.ts, commander, the DJ's verbs), in Bulgarian. */
import { ASKING, LINE, PEOPLE } from './bg_refusals.ts';
import type { Sentence } from './bg_refusals.ts';
import { CARE, KIND, LIBRARY, MISSING, STATE } from './bg_refusals_house.ts';

/** Written in call.ts, main.ts and export_file.ts, and by commander; `$1` and `%1` as in bg_refusals.ts. */
const KARAOKECTL: readonly Sentence[] = [
  ['No karaoked runs in $1. Start it: $2', 'Никой не е пуснал karaoked в $1. Пуска се с: $2'],
  [
    'karaoked runs in $1, but its control process does not; its log says why.',
    'karaoked в $1 върви, но процесът му control не върви; защо, пише в дневника му.',
  ],
  [
    'You are not the DJ of $1. Be the user $2',
    'Само диджеят на $1 може това: потребителят, който пуска karaoked, или член на control.group.',
  ],
  [
    'karaoked was silent for $1 s; $2',
    'karaoked мълча $1 s; може и да го направи. Какво става: i; повече време: --timeout 30',
  ],
  ['karaoked has left.', 'karaoked спря.'],
  ['karaoked left before it answered; $1', 'karaoked спря, преди да отговори; може и да го е направил. Какво става: i'],
  ['Cannot talk to karaoked: $1. Try again.', 'Няма разговор с karaoked: $1. Опитай пак.'],
  [
    'karaoked (pid $1) is still stopping; it goes on doing so. See: karaokectl status',
    'karaoked (pid $1) още спира и продължава да спира. Какво става: i',
  ],
  [
    'karaoked answered in a way this karaokectl does not know: use the one it came with.',
    'karaoked отговори така, както този karaokectl не знае: ползвай неговия.',
  ],
  [
    'the control socket\'s path "$1" has $2 bytes, the system allows $3: choose a shorter --var',
    'пътят „$1“ на сокета за управление е $2 байта, а системата допуска $3: избери по-къс --var',
  ],
  ['Not understood: $1', 'Неразбрано: $1'],
  ['This is a bug in karaoked; its log says more.', 'Това е грешка в karaoked; дневникът му казва повече.'],
  ['Cannot write $1: $2', 'Файлът $1 не се пише: $2'],
  ['Say what to do. See: karaokectl help', 'Кажи какво да се направи. Виж: karaokectl help'],
  ["unknown command '$1'$2", 'Няма команда „$1“. : без нищо показва всички.'],
  ["unknown option '$1'$2", 'Няма опция „$1“.'],
  ["missing required argument '$1'$2", 'Липсва <$1>.'],
  ["required option '$1' not specified", 'Липсва опцията $1.'],
  ["option '$1' argument missing", 'Липсва стойност на опцията $1.'],
  [
    "command-argument value '$1' is invalid for argument '$2'. It must be $3.",
    '„$1“ не става за <$2>: трябва да е %3.',
  ],
  ["option '$1' argument '$2' is invalid. It must be $3.", '„$2“ не става за опцията $1: трябва да е %3.'],
  ['<$1> must be $2.', '<$1> трябва да е %2.'],
  ['too many arguments$1', 'Думите са повече, отколкото трябва.'],
];

interface Known {
  readonly english: RegExp;
  readonly bulgarian: string;
}

const SENTENCES: readonly Known[] = [
  ...KARAOKECTL,
  ...LINE,
  ...ASKING,
  ...PEOPLE,
  ...MISSING,
  ...LIBRARY,
  ...CARE,
  ...KIND,
  ...STATE,
].map(known);

/** `$1`, `$2` … come in this order in the English sentence. A shorter text is taken for what stands between: not greedy. */
function known([english, bulgarian]: Sentence): Known {
  const pattern = english.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\\\$\d/g, '([^]*?)');
  return { english: new RegExp(`^${pattern}$`), bulgarian };
}

/** The same sentence in Bulgarian; one that is not known here stays what it is. */
export function bgSentence(text: string): string {
  for (const { english, bulgarian } of SENTENCES) {
    const named = english.exec(text);
    if (!named) continue;
    return bulgarian.replace(/([$%])(\d)/g, (_, how: string, at: string) => {
      const value = named[Number(at)] ?? '';
      return how === '%' ? bgSentence(value) : value;
    });
  }
  return text;
}
