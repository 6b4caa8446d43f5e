import { describe, expect, test } from '@jest/globals';
import { heard, linked, said, searched, unlinked } from '../../../../src/ctl/console/hear.ts';
import { press } from '../../../../src/ctl/console/keys/press.ts';
import { picture } from '../../../../src/ctl/console/picture/picture.ts';
import { widthOf } from '../../../../src/ctl/console/picture/line.ts';
import type { Tab } from '../../../../src/ctl/console/rows.ts';
import { TABS } from '../../../../src/ctl/console/rows.ts';
import { firstState } from '../../../../src/ctl/console/state.ts';
import type { State } from '../../../../src/ctl/console/state.ts';
import { LANGUAGES } from '../../../../src/ctl/console/words/language.ts';
import { entry, night, now, NOW_MS, pageOf } from './fake_state.ts';

const at = { keyboard: 'phonetic', atMs: NOW_MS } as const;
const keys = (state: State, ...pressed: readonly string[]): State =>
  pressed.reduce((before, key) => press(before, { key, text: key.length === 1 ? key : '' }, at).state, state);
const text = (state: State, atMs = NOW_MS): string =>
  picture(state, atMs)
    .map((line) => line.map((span) => span.text).join(''))
    .join('\n');
const onTab = (state: State, tab: Tab): State => keys(state, String(TABS.indexOf(tab) + 1));

const SIZES = [
  [60, 16],
  [80, 24],
  [120, 40],
  [200, 17],
  [61, 70],
] as const;

describe('the picture', () => {
  const hostile = entry(1, {
    singer: '\u001b[2J\u202eevil\u0007',
    artist: '家族'.repeat(30),
    title: '👨‍👩‍👧‍👦'.repeat(20),
    with: 'a\nb\r\u0000\u009b31m',
  });
  const states = SIZES.slice(0, 3).flatMap(([columns, rows]) =>
    LANGUAGES.flatMap((language) => {
      const state = night({
        language,
        columns,
        rows,
        line: [hostile, ...Array.from({ length: 40 }, (_, i) => entry(i + 2))],
      });
      const tabs = TABS.map((tab) => onTab(state, tab));
      const open = ['?', 'm', 'a', ':', 'E', '/'].map((key) => keys(state, key));
      const told = said(state, [`${'very long '.repeat(60)}\u001b[31m`], 'refused');
      return [...tabs, ...open, told, unlinked(state, 'No karaoked runs.', NOW_MS), keys(state, 'E', 'y')];
    }),
  );

  test('has exactly as many lines as the screen has, none wider, and nothing in it moves a cursor', () => {
    for (const state of states) {
      const lines = picture(state, NOW_MS);
      expect(lines).toHaveLength(state.size.rows);
      for (const line of lines) {
        expect(widthOf(line)).toBeLessThanOrEqual(state.size.columns);
        expect(line.map((span) => span.text).join('')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }
    }
  });

  test('tells everything in signs too: who is chosen, what is paused, what is wrong', () => {
    expect(text(night())).toMatch(/^> +1 Singer 1 +ABBA - Song 1 +4-5 pinned by the DJ +11$/m);
    expect(text(heard(night(), { event: 'now', now: { ...now, state: 'paused' } }, NOW_MS))).toMatch(
      /\|\| Ada[^]*PAUSED/,
    );
    expect(text(heard(night(), { event: 'degraded', processes: ['player'] }, NOW_MS))).toContain('! DEGRADED: player');
    expect(text(unlinked(night(), 'No karaoked runs in /x.', NOW_MS))).toContain('! NO KARAOKED');
  });

  test('the music and the waits go on by themselves, and stand while it is paused', () => {
    expect(text(night())).toContain('1:00 / 4:55   3:55 left');
    expect(text(night(), NOW_MS + 61_000)).toMatch(/2:01 \/ 4:55 {3}2:54 left[^]*Song 1 +3-4 /);
    expect(text(night(), NOW_MS + 3_600_000)).toMatch(/4:55 \/ 4:55 {3}0:00 left[^]*Song 1 +0-1 /);
    const paused = heard(night(), { event: 'now', now: { ...now, state: 'paused' } }, NOW_MS);
    expect(text(paused, NOW_MS + 61_000)).toContain('1:00 / 4:55');
    // Killed, it plays nothing: the bar stays where it was.
    const killed = unlinked(night(), 'No karaoked runs.', NOW_MS + 61_000);
    expect(text(killed, NOW_MS + 90_000)).toContain('2:01 / 4:55');
    const gap = heard(night(), { event: 'now', now: { ...now, state: 'between', positionMs: -8_200 } }, NOW_MS);
    expect(text(gap)).toContain('starts in 0:09');
    expect(text(gap, NOW_MS + 9_200)).toContain('0:01 / 4:55');
  });

  test('a duet, somebody away and a closing time are seen at a glance', () => {
    const line = [entry(1, { with: 'Bo' }), entry(2, { presence: 'away', why: { rule: 'away', who: 'Singer 2' } })];
    expect(text(night({ line }))).toMatch(/Singer 1 & Bo[^]*Singer 2 .*away +12$/m);
    // Within the grace the rules call a lost singer; the DJ looks round first.
    expect(text(night({ line: [entry(1, { connection: 'lost' })] }))).toMatch(/^> +1 Singer 1 .*gone\?, pinned/m);
    const late = [entry(1, { tooLateFor: NOW_MS })];
    expect(text(night({ line: late }))).toMatch(
      /^> +1 Singer 1 .*too late, pin[^]*entry 11: .*Not over when the party ends at/m,
    );
    expect(text(night({ line: late, language: 'bg' }))).toMatch(/^> +1 Singer 1 .*няма време, /m);
    const closing = heard(night(), { event: 'last-call', closingAtMs: NOW_MS + 22 * 60_000 }, NOW_MS);
    expect(text(closing)).toMatch(/^ ENDS \d\d:\d\d, in 22 min/);
  });

  test('says of a list that was not read that it loads, and only of one that was that nothing is there', () => {
    const unread = linked(firstState('en', 'tosho', { columns: 80, rows: 24 }), NOW_MS);
    for (const tab of ['line', 'missing', 'guests', 'songs', 'sung'] as const) {
      expect(text(onTab(unread, tab))).toMatch(/ {2}loading …/);
      expect(text(onTab(unread, tab))).not.toMatch(/nobody waits|Nobody|Nothing|No such/);
    }
    expect(text(night({ line: [] }))).toContain('nobody waits');
  });

  test('calls an entry by the number that commands take, and a filtered list filtered', () => {
    expect(text(night())).toContain('* entry 11: ABBA - Song 1.');
    expect(text(night({ language: 'bg' }))).toContain('* запис 11: ABBA - Song 1.');
    const state = keys(night(), '/', 'a', 'b', 'enter');
    expect(text(state)).toContain('[4 Songs /ab]');
    expect(text({ ...state, size: { columns: 60, rows: 16 } })).toContain('[4 Songs/]');
    expect(text(keys(state, '/'))).toContain('Ctrl-U empties the line, Esc shows all');
  });

  test('on a small screen a tab shows its own keys', () => {
    const small = night({ columns: 60, rows: 16 });
    expect(text(onTab(small, 'missing'))).toMatch(/f found {2}r refuse {2}.*q quit *$/);
    expect(text(onTab(small, 'guests'))).toMatch(/x kick {2}.*q quit *$/);
  });

  test('a number that finds no song is one that Enter takes', () => {
    const typed = keys(night(), 'a', 'D', 'enter', '4', '5');
    expect(text(searched(typed, '45', pageOf([])))).toContain('number 45: Enter takes it');
  });

  test('the last word goes with the next key', () => {
    const told = said(night(), ['Said to 2 clients.'], 'done');
    expect(text(told)).toContain('Said to 2');
    expect(text(keys(told, 'j'))).not.toContain('Said to 2');
  });

  test('the chosen one is always in sight, however long the line and small the screen', () => {
    for (const [columns, rows] of SIZES) {
      let state = night({ columns, rows });
      for (let place = 1; place <= 30; place++) {
        expect(text(state)).toMatch(new RegExp(`^> +${place} Singer ${place} `, 'm'));
        state = keys(state, 'down');
      }
      expect(text(keys(state, 'home'))).toMatch(/^> +1 Singer 1 /m);
      expect(text(keys(state, 'end'))).toMatch(/^> +30 Singer 30 /m);
    }
  });
});
