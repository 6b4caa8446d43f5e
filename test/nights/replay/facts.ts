/** Whether what a script expects of its night came true. */
import type { Chronicle } from './chronicle.ts';
import type { Expected, Fact } from './script.ts';
import { summaryOf } from './summary.ts';

/** A sentence for each expectation that did not. */
export function brokenFacts(expected: readonly Expected[], chronicle: Chronicle): readonly string[] {
  return expected.flatMap(({ line, said, fact }) => {
    const instead = against(fact, chronicle);
    return instead === null ? [] : [`line ${line}: expected ${said}, but ${instead}`];
  });
}

/** What speaks against it; null: it is so. */
function against(fact: Fact, chronicle: Chronicle): string | null {
  switch (fact.is) {
    case 'before':
      return firstTurn(chronicle, fact.who) < firstTurn(chronicle, fact.other) ? null : 'it was not so';
    case 'times': {
      const times = turnsOf(chronicle, fact.who);
      return times >= fact.least && times <= fact.most ? null : `${fact.who} sang ${times} times`;
    }
    case 'song':
      return sang(chronicle, fact.who, fact.words) ? null : 'nothing like it was sung to its end';
    case 'at most more': {
      const others = summaryOf(chronicle).turns.filter(([who]) => who !== fact.who);
      const most = Math.max(0, ...others.map(([, turns]) => turns));
      const own = turnsOf(chronicle, fact.who);
      return own - most <= fact.more ? null : `${fact.who} sang ${own} times and nobody else more than ${most}`;
    }
    case 'heard': {
      const times = heardTimes(chronicle, fact.who, fact.words);
      if (fact.times === 'some' ? times > 0 : times === (fact.times === 'never' ? 0 : fact.times)) return null;
      return times === 0 ? 'it was not heard' : `it was heard ${times} times`;
    }
  }
}

function firstTurn({ plays }: Chronicle, name: string): number {
  const play = plays.find(({ who, partner, how }) => how === 'sung' && (who === name || partner === name));
  return play?.takenAtMs ?? Infinity;
}

function turnsOf(chronicle: Chronicle, name: string): number {
  return summaryOf(chronicle).turns.find(([who]) => who === name)?.[1] ?? 0;
}

function sang({ plays }: Chronicle, name: string, words: string): boolean {
  return plays.some(
    ({ who, how, artist, title }) =>
      who === name && how === 'sung' && `${artist} - ${title}`.toLowerCase().includes(words.toLowerCase()),
  );
}

/** Lines with these words; a guest's own do not count. */
function heardTimes({ log }: Chronicle, name: string, words: string): number {
  return log.filter(
    ({ who, what }) => who === name && what.startsWith('< ') && what.toLowerCase().includes(words.toLowerCase()),
  ).length;
}
