/** What karaokectl says of itself, in Bulgarian: it is written in English in call.ts, and by commander. */
const SENTENCES: readonly (readonly [english: RegExp, bulgarian: string])[] = [
  [/^No karaoked runs in (.+)\. Start it: (.+)$/, 'Никой не е пуснал karaoked в $1. Пуска се с: $2'],
  [
    /^karaoked runs in (.+), but its control process does not; its log says why\.$/,
    'karaoked в $1 върви, но процесът му control не върви; защо, пише в дневника му.',
  ],
  [
    /^You are not the DJ of (.+)\. Be the user .+$/,
    'Само диджеят на $1 може това: потребителят, който пуска karaoked, или член на control.group.',
  ],
  [
    /^karaoked was silent for (.+) s; .+$/,
    'karaoked мълча $1 s; може и да го направи. Какво става: i; повече време: --timeout 30',
  ],
  [/^karaoked has left\.$/, 'karaoked спря.'],
  [
    /^karaoked left before it answered; .+$/,
    'karaoked спря, преди да отговори; може и да го е направил. Какво става: i',
  ],
  [/^Cannot talk to karaoked: (.+)\. Try again\.$/, 'Няма разговор с karaoked: $1. Опитай пак.'],
  [/^unknown command '(.*?)'[^]*$/, 'Няма команда „$1“. : без нищо показва всички.'],
  [/^unknown option '(.*?)'[^]*$/, 'Няма опция „$1“.'],
  [/^missing required argument '(.*?)'[^]*$/, 'Липсва <$1>.'],
];

/** The same sentence in Bulgarian; one that is not known here stays what it is. */
export function bgSentence(text: string): string {
  const known = SENTENCES.find(([english]) => english.test(text));
  return known ? text.replace(known[0], known[1]) : text;
}
