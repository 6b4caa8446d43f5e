import { describe, expect, test } from '@jest/globals';
import { aheadByRules } from '../../../src/party/ahead.ts';
import { explain } from '../../../src/party/explain.ts';
import { explained } from '../../../src/party/explained.ts';
import { reasonSentence } from '../../../src/party/reasons.ts';
import { placeInLine } from '../../../src/party/order.ts';
import type { Line } from '../../../src/party/order.ts';
import { anyLine, idOf, line, shown } from './lines.ts';

const wait = { fromMin: 21, toMin: 27 };
const facts = (of: Line, entryId: number, some: Partial<Parameters<typeof explain>[0]> = {}) =>
  explain({ line: of, places: placeInLine(of), entryId, wait, music: 'goes on', ...some }) ?? [];
const explainedAhead = (of: Line, entryId: number) => facts(of, entryId).filter(({ about }) => about === 'ahead');
const said = (of: Line, entryId: number, to: 'you' | 'others' = 'you', some: Parameters<typeof facts>[2] = {}) =>
  explained(facts(of, entryId, some), { singer: 'Ada', to, song: 'Toto - Africa' });

describe('why', () => {
  const company = [['Bo', 30], ['Cy', 20], ['Ada', 10]] as const; // prettier-ignore
  test('says the place, the wait and the rule that decided', () => {
    expect(said(line(company), 13)).toEqual([
      'Your Toto - Africa is in place 3; your turn begins in 21-27 minutes.',
      'Bo and Cy have not sung yet either, and asked before you.',
    ]);
    expect(said(line(company), 13, 'others')[0]).toBe(
      "Ada's Toto - Africa is in place 3; the turn begins in 21-27 minutes.",
    );
    expect(said(line([['Ada', 1]]), 11, 'you', { wait: { fromMin: 0, toMin: 1 } })[0]).toBe(
      'Your Toto - Africa is up next; your turn begins in 0-1 minutes.',
    );
  });
  test('names who stands before it in any case, once each, and not again who is named already', () => {
    const of = line(
      [['Bo', 5, { pin: 1 }], ['Bo', 4, { pin: 2 }], ['Cy', 70], ['Di', 3], ['Ada', 10]],
      { Cy: { sung: 4, last: 70 }, Di: { sung: 3, last: 3 } },
      { announced: { entryId: 14, rule: 'first' } },
    ); // prettier-ignore
    expect(said(of, 15)).toEqual([
      'Your Toto - Africa is in place 5; your turn begins in 21-27 minutes.',
      'After Cy, who has waited more than an hour, nobody who can be called has had fewer turns than you, or as many and waits longer.',
      'Before it in any case: Bo (the DJ put it there), Di (announced already).',
    ]);
  });
  test('names each entry ahead that the reason does not, with the rule that puts it there, and counts the rest', () => {
    const of = line(
      [['Ada', 58], ['Bo', 30], ['Bo', 29], ['Cy', 20], ['Di', 9], ['Eve', 8], ['Flo', 7], ['Gus', 6]],
      { Ada: { sung: 1, last: 5 }, Cy: { sung: 1, last: 40 }, Gus: { sung: 1, last: 1 }, Di: { presence: 'absent' } },
      { before: [idOf('Gus')] },
    ); // prettier-ignore
    expect(shown(of)).toEqual(['Bo 12', 'Eve 16', 'Flo 17', 'Cy 14', 'Ada 11', 'Gus 18', 'Bo 13', 'Di 15']);
    expect(said(of, 11)).toContain('Before it by the rules: 1. Bo, 2. Eve, 3. Flo (fewer turns); 4. Cy (as many turns, a longer wait).'); // prettier-ignore
    expect(said(of, 15)).toContain('Before it by the rules: 1. Bo, 2. Eve, 3. Flo, 4. Cy, 5. Ada (here); and 2 more.'); // prettier-ignore
    expect(explained(facts(of, 15), { singer: 'Di', to: 'you', song: 'Toto - Africa' }, 'bg')).toContain(
      'Преди нея по правилата: 1. Bo, 2. Eve, 3. Flo, 4. Cy, 5. Ada (на линия); и още 2.',
    );
    const twice = line([['Ada', 30], ['Bo', 20]], { Bo: { sung: 1, last: 9 } }, { before: [idOf('Ada')] }); // prettier-ignore
    expect(explainedAhead(twice, 11)).toEqual([]);
    const pinned = line([['Bo', 20], ['Ada', 30, { pin: 2 }]]); // prettier-ignore
    expect(said(pinned, 12)).toContain('Before it by the rules: 1. Bo (the DJ chose a later place for it).');
  });
  test('of any line counts everybody ahead, and agrees with the reason', () => {
    const odd: string[] = [];
    for (let seed = 1; seed <= 500; seed += 1) {
      const of = anyLine(seed);
      const places = placeInLine(of);
      for (const place of places) {
        const { entry, position, reason } = place;
        if (reason.rule === 'away') continue;
        const before = places.slice(0, position - 1);
        const others = before.filter(({ entry: { guestId } }) => guestId !== entry.guestId);
        const byRules = others.filter(({ reason: { rule } }) => !['pinned', 'announced', 'overdue'].includes(rule));
        const ahead = aheadByRules(of, place, before);
        if (ahead.length !== byRules.length)
          odd.push(`seed ${seed}, ${entry.id}: ${ahead.length} of ${byRules.length}`);
        const by = { 'fewest-turns': 'fewer-turns', 'longest-wait': 'longer-wait' } as const;
        if (reason.rule !== 'fewest-turns' && reason.rule !== 'longest-wait') continue;
        for (const name of reason.others.names) {
          const theirs = ahead.filter(({ singer }) => singer === name).map((one) => one.by);
          const all = others.filter(({ entry: { guestId } }) => guestId === idOf(name));
          if (theirs.length === all.length && !theirs.includes(by[reason.rule])) odd.push(`seed ${seed}, ${entry.id}: ${name} ${theirs.join()}`); // prettier-ignore
        }
      }
    }
    expect(odd).toEqual([]);
  });
  test('says which own songs come before it, and how to exchange them', () => {
    const of = line([['Ada', 30], ['Ada', 29]]); // prettier-ignore
    expect(said(of, 12).at(-1)).toBe('1 song of yours comes before it; SWAP exchanges two of your songs.');
    expect(said(of, 12, 'others').at(-1)).toBe('1 song of Ada comes before it.');
  });
  test('of a second own song with nobody else in the line says that the own song comes first', () => {
    const of = line([['Ada', 30], ['Ada', 29]]); // prettier-ignore
    expect(said(of, 12)[1]).toBe('It comes after your own song; nobody else is there to go in between.');
    expect(said(of, 11)[1]).toMatch(/^Nobody who can be called has had fewer turns than you/);
  });
  test('does not call somebody unsung who sings along on the stage', () => {
    const duet = { before: [idOf('Cy'), idOf('Bo')] };
    const of = line([['Di', 40], ['Bo', 20], ['Ada', 10]], { Cy: { sung: 1, last: 2 }, Ada: { sung: 1, last: 5 } }, duet); // prettier-ignore
    expect(said(of, 13)[1]).toBe('Di and Bo have not sung before the song that is on, you have sung once.');
    const fresh = line([['Bo', 20], ['Di', 15], ['Ada', 10]], { Cy: { sung: 1, last: 2 } }, { before: [idOf('Cy'), idOf('Bo')], announced: { entryId: 11, rule: 'first' } }); // prettier-ignore
    expect(said(fresh, 13).join(' ')).toContain('not sung before the song that is on either, and asked before you.');
    const quiet = line([['Bo', 20], ['Ada', 10]]); // prettier-ignore
    expect(said(quiet, 12)[1]).toBe('Bo has not sung yet either, and asked before you.');
    const bulgarian = explained(facts(of, 13), { singer: 'Ada', to: 'you', song: 'Toto - Africa' }, 'bg');
    expect(bulgarian[1]).toBe('Di и Bo преди песента на сцената нямат изпята песен, а ти имаш една.');
  });
  test('nor does the line itself, and not the singer who is on the stage with somebody', () => {
    const duet = { before: [idOf('Cy'), idOf('Ada')] };
    const of = line([['Bo', 20], ['Di', 15], ['Ada', 10]], { Cy: { sung: 1, last: 2 } }, duet); // prettier-ignore
    const reasons = placeInLine(of).map(({ reason }, at) =>
      reasonSentence(reason, { singer: ['Bo', 'Di', 'Ada'][at] ?? '', to: 'others' }),
    );
    expect(reasons.slice(1)).toEqual([
      'Bo has not sung yet either, and asked before Di.',
      'Bo and Di have not sung before the song that is on either, and asked before Ada.',
    ]);
  });
  test('says when the hour is over, if that is before the turn', () => {
    const of = line([['Bo', 20], ['Ada', 50]], { Ada: { sung: 3, last: 60 } }); // prettier-ignore
    expect(said(of, 12).at(-1)).toBe('In 10 minutes you have waited an hour, and who has goes first, once.');
    expect(facts(of, 12, { wait: { fromMin: 3, toMin: 10 } }).map(({ about }) => about)).toEqual(['place', 'reason']);
  });
  test('of somebody who is away, or whose partner is, gives no number, and says what to do', () => {
    const of = line([['Ada', 30], ['Ada', 20, { with: 'Bo' }]], { Ada: { presence: 'away' } }); // prettier-ignore
    expect(said(of, 11)).toEqual([
      'Your Toto - Africa has no number that would be called now.',
      'You said AWAY; the place is kept, and counts again when you say BACK.',
    ]);
    const duet = line([['Ada', 20, { with: 'Bo' }]], { Bo: { presence: 'away' } });
    expect(said(duet, 11)[1]).toBe('Bo said AWAY; the place is kept, and counts again after BACK.');
  });
  test('of somebody whose connection is lost says how the place comes back', () => {
    const of = line([['Ada', 30], ['Bo', 20]], { Ada: { presence: 'absent' } }); // prettier-ignore
    expect(said(of, 11, 'others').slice(1)).toEqual([
      'Ada is not connected; 1 guest who is here goes first.',
      'Before it by the rules: 1. Bo (here).',
      'As soon as Ada is connected again, the place is as if nobody had left, after whoever is announced by then.',
    ]);
  });
  test('says that nobody knows how long it takes while the music is paused', () => {
    expect(said(line(company), 13, 'you', { wait: null, music: 'is paused' })).toEqual([
      'Your Toto - Africa is in place 3.',
      'Bo and Cy have not sung yet either, and asked before you.',
      'The music is paused; while it is, nobody knows how long anybody waits.',
    ]);
  });
  test('is one to six sentences for each entry of any line, in both languages; null for what is not in it', () => {
    const odd: string[] = [];
    for (let seed = 1; seed <= 500; seed += 1) {
      const of = anyLine(seed);
      for (const { id } of of.entries) {
        const all = facts(of, id, { music: 'is paused', wait: null });
        for (const language of ['en', 'bg'] as const) {
          const sentences = explained(all, { singer: 'Ada', to: 'you', song: 'Toto - Africa' }, language);
          const fits = sentences.length >= 2 && sentences.length <= 6 && new Set(sentences).size === sentences.length;
          if (!fits || /undefined|NaN|\[object/.test(sentences.join(' '))) odd.push(`seed ${seed}, ${id}`);
        }
      }
    }
    expect(odd).toEqual([]);
    expect(explain({ line: line(company), places: [], entryId: 99, wait, music: 'goes on' })).toBeNull();
  });
});
