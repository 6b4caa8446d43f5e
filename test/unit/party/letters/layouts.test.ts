import { describe, expect, test } from '@jest/globals';
import { typedElsewhere } from '../../../../src/party/letters/layouts.ts';

describe('what was typed on the wrong keyboard', () => {
  test.each([
    // Latin keys, Russian meant, and back.
    ['ghbdtn', 'привет'],
    ['ghbdtn?', 'привет,'],
    ['pdtplf gj bvtyb cjkywt', 'звезда по имени солнце'],
    ['Rbyj - Uheggf rhjdb', 'Кино - Группа крови'],
    ['[jhjij? ,elm', 'хорошо, будь'],
    ['{jhjij', 'Хорошо'],
    ['Руддщ', 'Hello'],
    ['йгуут ищруьшфт крфзыщвн', 'queen bohemian rhapsody'],
    ['дщыу нщгкыуда', 'lose yourself'],
    ['вщтэе ызуфл', "don't speak"],
    ['кюуюью дщыштп ьн кудшпшщт', 'r.e.m. losing my religion'],
    ['ФИИФ - Цфеукдщщ', 'ABBA - Waterloo'],
    // The Bulgarian state standard.
    ["f/r'd; je ofjwu", 'обичам те дотук'],
    ['yw,[rje', 'щурците'],
    ['>r.r Rldkfld', 'Лили Иванова'],
    ['гдшев ъьвсодихсь', 'hotel california'],
    ['ягьзе до щдк', 'shape of you'],
    [',кеех', 'queen'],
    // Traditional phonetic.
    ['obi`am te dotuk', 'обичам те дотук'],
    [']urcite', 'щурците'],
    ['{okolad', 'Шоколад'],
    ['vylto', 'жълто'],
    ['тото африца', 'toto africa'],
    ['яуеен', 'queen'],
    // The new phonetic one.
    ['obiqam te dotuk', 'обичам те дотук'],
    ['xylto', 'жълто'],
    ['чуеен', 'queen'],
    ['ше шилл роцк ъоу', 'we will rock you'],
  ])('%s: %s', (typed, meant) => {
    expect(typedElsewhere(typed)).toContain(meant);
  });

  test.each([
    ['ghbdtn', 'привет'],
    ['pdtplf gj bvtyb cjkywt', 'звезда по имени солнце'],
    ['yw,[rje', 'щурците'],
    ['йгуут ищруьшфт крфзыщвн', 'queen bohemian rhapsody'],
    ['гдшев ъьвсодихсь', 'hotel california'],
  ])('the likeliest reading of %s comes first', (typed, meant) => {
    expect(typedElsewhere(typed)[0]).toBe(meant);
  });

  test('never more than four readings, and none twice', () => {
    for (const typed of ['hello', 'lili', 'тото африца', 'море', 'e', 'а']) {
      const readings = typedElsewhere(typed);
      expect(readings.length).toBeLessThanOrEqual(4);
      expect(new Set(readings).size).toBe(readings.length);
    }
  });
});

describe('no other reading', () => {
  test.each([
    ['nothing', ''],
    ['digits', '1979'],
    ['marks', '???'],
    ['two alphabets', 'Queen - Богемская рапсодия'],
    ['a third alphabet', '東京'],
    ['what no keyboard makes a word of', 'brrrrr'],
  ])('of %s', (_, typed) => {
    expect(typedElsewhere(typed)).toEqual([]);
  });

  test('marks of the wrong keyboard are no part of a word', () => {
    // хотел, on Russian keys "[jntk": no Latin word has a bracket.
    expect(typedElsewhere('хотел')).not.toContain('[jntk');
  });
});
