/** What can be written in the script of a night, and what is said about what cannot. */
import { describe, expect, test } from '@jest/globals';
import { readScript } from './replay/read_script.ts';

const OPEN = '20:00 open "Friday"';
const script = (...lines: readonly string[]): ReturnType<typeof readScript> => readScript([OPEN, ...lines].join('\n'));
const happenings = (...lines: readonly string[]): readonly unknown[] =>
  script(...lines).happenings.map(({ happening }) => happening);

describe('a line of a night', () => {
  test('is a time and what happens', () => {
    expect(
      happenings(
        '20:01 Ada comes and asks for 2 songs, leaves after 90 minutes',
        '20:02 Ada: #a1 request queen - bohemian rapsody   # mistyped',
        "20:03 Ada's connection is lost",
        '20:04 DJ: add --for Zed africa',
      ),
    ).toEqual([
      { is: 'open', party: 'Friday' },
      {
        is: 'guest',
        name: 'Ada',
        deeds: [{ is: 'comes' }, { is: 'asks', songs: 2, how: 'at once' }, { is: 'leaves', afterMin: 90 }],
      },
      { is: 'says', name: 'Ada', line: '#a1 request queen - bohemian rapsody' },
      { is: 'guest', name: 'Ada', deeds: [{ is: 'loses connection' }] },
      { is: 'dj', line: 'add --for Zed africa' },
    ]);
  });

  test('after midnight belongs to the next day, and days later to another', () => {
    const [open, before, after, later] = script(
      '23:59 power cut',
      '00:01 karaoked starts',
      '2 days later',
      '20:00 DJ: now',
    ).happenings;
    const hours = (from = open, to = open): number => ((to?.atMs ?? 0) - (from?.atMs ?? 0)) / 3_600_000;
    expect(hours(before, after)).toBeCloseTo(2 / 60);
    expect(hours(open, later)).toBe(48);
  });

  test('may bring a crowd, which comes between the other lines', () => {
    const { happenings: all } = script(
      'every 7 minutes from 20:05 to 20:20 a guest comes and asks for 2 songs',
      '20:06 power cut',
    );
    expect(all.map(({ happening }) => happening.is)).toEqual(['open', 'somebody', 'power cut', 'somebody', 'somebody']);
  });
});

describe('a line that nobody understands is refused with its number and what to write', () => {
  test.each([
    ['20:01 Ada dances', 'line 2: "Ada dances" is nothing that happens'],
    ['20:01 Ada comes and dances', 'line 2: "dances" is nothing that a guest does'],
    ['25:01 Ada comes', 'line 2: "25:01" is no time of day'],
    ['20:01 Ada: now', 'line 2: Ada has not come yet'],
    ['expect Ada to win', 'line 2: "Ada to win" is nothing that can be expected'],
    ['set player.gapSecond 3', 'line 2: "player.gapSecond" is no setting'],
    ['set player.onRequest never', 'line 2: "never" cannot be player.onRequest'],
    ['every 7 minutes from 20:05 to 20:20 a guest asks for 2 songs', 'line 2: a guest comes first'],
    ['Ada comes', 'line 2: "Ada comes" is no line of a night'],
  ])('%s', (line, refusal) => {
    expect(() => script(line)).toThrow(refusal);
  });

  test('a line out of its time', () => {
    expect(() => script('20:10 Ada comes', '20:05 Bo comes')).toThrow('line 3: 20:05 is before 20:10');
  });

  test('a night without a party', () => {
    expect(() => readScript('20:01 Ada comes')).toThrow('line 1: a night begins with its party');
  });
});
