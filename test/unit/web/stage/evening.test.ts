import { describe, expect, test } from '@jest/globals';
import { BEFORE_ALL, after } from '../../../../src/web/pages/stage/evening.ts';
import type { Evening, Step } from '../../../../src/web/pages/stage/evening.ts';
import { sceneOf } from '../../../../src/web/pages/stage/scene.ts';
import { staleAfter } from '../../../../src/web/pages/stage/stale.ts';
import type { Heard } from '../../../../src/web/pages/talk/said.ts';
import { AT_MS, NO_PARTY, SILENCE, nowSaid, partySaid, queueSaid, rowSaid } from './said.ts';

const MINUTE_MS = 60_000;

const heard = (said: Heard, atMs = AT_MS): Step => ({ is: 'heard', heard: said, atMs });
const evening = (...steps: readonly Step[]): Evening => steps.reduce(after, BEFORE_ALL);
const OPEN = heard({ link: 'open', party: partySaid() });
const OVER = heard({ link: 'over', bye: { reason: 'party-over', text: 'Thank you' } });

describe('What is to be seen', () => {
  test('before anything is known it says so', () => {
    expect(sceneOf(evening(), AT_MS)).toEqual({ is: 'waiting' });
  });

  test('who sings what', () => {
    expect(sceneOf(evening(OPEN, heard(nowSaid({ with: 'Bo' }))), AT_MS)).toEqual({
      is: 'song',
      flow: 'goes',
      singers: { singer: 'Ada', partner: 'Bo' },
      song: { artist: 'Toto', title: 'Africa' },
    });
  });

  test('a gap becomes a song by the clock, also while the link is lost', () => {
    const gap = evening(OPEN, heard(nowSaid({ state: 'between', position_ms: -12_000 })), heard({ link: 'lost' }));
    expect(sceneOf(gap, AT_MS + 11_999)).toMatchObject({ is: 'gap' });
    expect(sceneOf(gap, AT_MS + 12_000)).toMatchObject({ is: 'song' });
  });

  test('a paused gap stays one', () => {
    const gap = evening(OPEN, heard(nowSaid({ state: 'paused', position_ms: -12_000 })));
    expect(sceneOf(gap, AT_MS + MINUTE_MS)).toMatchObject({ is: 'gap', flow: 'paused' });
  });

  test('a random song has nobody who sings', () => {
    const random = evening(OPEN, heard(nowSaid({ singer: null, queue_id: null })));
    expect(sceneOf(random, AT_MS)).toMatchObject({ is: 'song', singers: null });
  });

  test('pause and skip are there with the event', () => {
    const playing = evening(OPEN, heard(nowSaid()));
    expect(sceneOf(after(playing, heard(nowSaid({ state: 'paused' }))), AT_MS)).toMatchObject({ flow: 'paused' });
    const skipped = after(playing, heard(nowSaid({ title: 'Rosanna' })));
    expect(sceneOf(skipped, AT_MS)).toMatchObject({ song: { title: 'Rosanna' } });
  });

  test('a party without music, and no party', () => {
    expect(sceneOf(evening(OPEN, heard(SILENCE)), AT_MS)).toEqual({ is: 'silence' });
    expect(sceneOf(evening(heard({ link: 'open', party: NO_PARTY }), heard(SILENCE)), AT_MS)).toEqual({
      is: 'no-party',
    });
  });
});

describe('The end of the party', () => {
  const ended = evening(OPEN, heard(nowSaid()), OVER, heard({ link: 'open', party: NO_PARTY }), heard(SILENCE));

  test('is a goodbye for a quarter of an hour, and then no party is on', () => {
    expect(sceneOf(ended, AT_MS + 14 * MINUTE_MS)).toEqual({ is: 'goodbye', party: 'Friday' });
    expect(sceneOf(ended, AT_MS + 15 * MINUTE_MS)).toEqual({ is: 'no-party' });
  });

  test('is a goodbye also when it was slept through', () => {
    const slept = evening(OPEN, heard(nowSaid()), heard({ link: 'lost' }), heard({ link: 'open', party: NO_PARTY }));
    expect(sceneOf(slept, AT_MS)).toEqual({ is: 'goodbye', party: 'Friday' });
  });

  test('is a goodbye also on a page that was loaded after it, until the same moment', () => {
    const gone = { ended_name: 'Friday', ended_at_ms: AT_MS - 10 * MINUTE_MS };
    const loaded = evening(heard({ link: 'open', party: { ...NO_PARTY, ...gone } }), heard(SILENCE));
    expect(sceneOf(loaded, AT_MS)).toEqual({ is: 'goodbye', party: 'Friday' });
    expect(sceneOf(loaded, AT_MS + 5 * MINUTE_MS)).toEqual({ is: 'no-party' });
  });

  test('ends what the DJ said before it', () => {
    const said = evening(OPEN, heard({ t: 'event', topic: 'SAY', text: 'Last orders!' }), OVER);
    expect(said.messages).toEqual([]);
  });

  test('and the next party begins at once', () => {
    const next = after(ended, {
      is: 'read',
      answer: { final: partySaid({ name: 'Saturday' }), rows: [] },
      atMs: AT_MS,
    });
    expect(sceneOf(next, AT_MS)).toEqual({ is: 'silence' });
    expect(next.party?.name).toBe('Saturday');
  });

  test('is no restart', () => {
    const restarting = heard({ link: 'lost', bye: { reason: 'restarting', text: '' } });
    expect(sceneOf(evening(OPEN, heard(nowSaid()), restarting), AT_MS)).toMatchObject({ is: 'song' });
  });
});

describe('What is known of the evening', () => {
  test('what a newer house says changes nothing, and nothing is read for it', () => {
    const known = evening(OPEN, heard(nowSaid()));
    const novel = { ...nowSaid(), topic: 'LYRICS' } as unknown as Heard;
    expect(after(known, heard(novel))).toBe(known);
    expect(staleAfter(novel)).toEqual([]);
  });

  test('the last call says minutes, the party the exact moment, and an open end takes both back', () => {
    const called = evening(OPEN, heard({ t: 'event', topic: 'LASTCALL', text: '', minutes: 20 }));
    expect(called.closingAtMs).toBe(AT_MS + 20 * MINUTE_MS);
    const exact = after(called, {
      is: 'read',
      answer: { final: partySaid({ closing_at_ms: AT_MS + 1_171_000 }), rows: [] },
      atMs: AT_MS,
    });
    expect(exact.closingAtMs).toBe(AT_MS + 1_171_000);
    expect(after(exact, heard({ t: 'event', topic: 'OPENEND', text: '' })).closingAtMs).toBeNull();
  });

  test('the line as it was read last, and a busy house changes nothing', () => {
    const read = evening(OPEN, { is: 'read', answer: queueSaid([rowSaid(1)], 7), atMs: AT_MS });
    expect(read.line).toMatchObject({ rows: [{ singer: 'Singer 1' }], total: 7 });
    const busy = { t: 'err', code: 450, word: 'BUSY', tag: null, retry: null, text: '' } as const;
    expect(after(read, { is: 'read', answer: { final: busy, rows: [] }, atMs: AT_MS })).toBe(read);
  });

  test('looking at it changes nothing while no message is past', () => {
    const playing = evening(OPEN, heard(nowSaid()));
    expect(after(playing, { is: 'looked-at', atMs: AT_MS + MINUTE_MS })).toBe(playing);
  });

  test('what the DJ says stands for a while', () => {
    const said = evening(OPEN, heard({ t: 'event', topic: 'SAY', text: 'Last orders!' }));
    expect(said.messages[0]?.text).toBe('Last orders!');
    expect(after(said, { is: 'looked-at', atMs: AT_MS + MINUTE_MS }).messages).toEqual([]);
  });

  const told = partySaid({ said: 'Last orders!', said_at_ms: AT_MS - 5_000 });

  test('what the DJ said before the page was loaded stands as long as it would have', () => {
    const loaded = evening(heard({ link: 'open', party: told }));
    expect(loaded.messages).toEqual([{ text: 'Last orders!', shownAtMs: AT_MS - 5_000 }]);
    expect(after(loaded, { is: 'looked-at', atMs: AT_MS + 6_600 }).messages).toEqual([]);
    expect(evening(heard({ link: 'open', party: told }, AT_MS + 6_600)).messages).toEqual([]);
  });

  test('what was heard, and is told again, stands once', () => {
    const words = { t: 'event', topic: 'SAY', text: 'Last orders!' } as const;
    const said = evening(OPEN, heard(words, AT_MS - 4_900));
    const again = after(said, { is: 'read', answer: { final: told, rows: [] }, atMs: AT_MS });
    expect(again.messages).toHaveLength(1);
    const past = after(again, { is: 'looked-at', atMs: AT_MS + MINUTE_MS });
    expect(after(past, heard({ link: 'open', party: told }, AT_MS)).messages).toEqual([]);
    // Said once more while nobody listened.
    const later = { ...told, said_at_ms: AT_MS + 2 * MINUTE_MS };
    expect(after(past, heard({ link: 'open', party: later }, AT_MS + 2 * MINUTE_MS)).messages).toHaveLength(1);
  });
});
