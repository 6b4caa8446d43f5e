/** Why somebody stands there, as a sentence for guests and DJ. */
import type { Others, Reason } from './model.ts';

/** Whose entry it is. `you`: the sentence is for its singer. */
export interface About {
  readonly singer: string;
  readonly to: 'you' | 'others';
}

/** One sentence that says which rule decided, and who goes before because of it. Names are not sanitised. */
export function reasonSentence(reason: Reason, { singer, to }: About): string {
  const who = to === 'you' ? 'you' : singer;
  const has = to === 'you' ? 'have' : 'has';
  switch (reason.rule) {
    case 'pinned':
      return 'The DJ put it in this place.';
    case 'announced':
      return 'It was announced as the next song, so it keeps its place.';
    case 'not-twice':
      return `${capital(who)} ${to === 'you' ? 'sing' : 'sings'} just before, and nobody sings twice in a row; so ${reason.between} goes in between.`;
    case 'overdue':
      return `${capital(who)} ${has} waited ${reason.waitedMin} minutes; after an hour one goes first, once.`;
    case 'fewest-turns':
      return fewestTurns(reason, who, to);
    case 'longest-wait':
      return `${listed(reason.others)} ${have(reason.others)} had as many turns as ${who}, and ${wait(reason.others)} longer.`;
    case 'first':
      return `Nobody who waits has had fewer turns than ${who} or waits longer.`;
    case 'after-present':
      return reason.presentWaiting === 1
        ? `${capital(who)} ${to === 'you' ? 'are' : 'is'} not connected; 1 guest who is here goes first.`
        : `${capital(who)} ${to === 'you' ? 'are' : 'is'} not connected; ${reason.presentWaiting} guests who are here go first.`;
    case 'away':
      return to === 'you' && reason.who === singer
        ? 'You said AWAY; the place is kept, and counts again when you say BACK.'
        : `${reason.who} said AWAY; the place is kept, and counts again after BACK.`;
  }
}

/** `Bo and Cy have sung once, you twice.` With own songs ahead it is about the turns to come. */
function fewestTurns(
  { turns, placed, missed, others }: Extract<Reason, { rule: 'fewest-turns' }>,
  who: string,
  to: About['to'],
): string {
  const note = missed === 0 ? '' : `; the rounds before ${to === 'you' ? 'you' : who} came count`;
  if (placed === 0)
    return `${listed(others)} ${have(others)} sung ${times(others.turns)}, ${who} ${times(turns)}${note}.`;
  const own = to === 'you' ? 'your' : `${who}'s`;
  return `This is ${own} ${ordinal(turns + 1)} turn; ${listed(others)} ${several(others) ? 'come' : 'comes'} to the ${ordinal(others.turns + 1)} before it${note}.`;
}

const several = ({ names, more }: Others): boolean => names.length + more > 1;
const have = (others: Others): string => (several(others) ? 'have' : 'has');
const wait = (others: Others): string => (several(others) ? 'wait' : 'waits');

function listed({ names, more }: Others): string {
  if (more > 0) return `${names.join(', ')} and ${more} more`;
  return names.join(' and ');
}

function times(n: number): string {
  return ['not yet', 'once', 'twice'][n] ?? `${n} times`;
}

/** 1st, 2nd, 3rd, 4th … 11th, 12th, 13th. */
function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}

function capital(text: string): string {
  return text === 'you' ? 'You' : text;
}
