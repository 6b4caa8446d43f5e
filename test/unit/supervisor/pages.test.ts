/** The host's count of pages: what it knows of them when their process answers, falls or is silent. */
import { describe, expect, test } from '@jest/globals';
import type { Message, PageCounts } from '../../../src/ipc/messages.ts';
import { createPages } from '../../../src/supervisor/pages.ts';

function house() {
  const sent: Message[] = [];
  let kills = 0;
  const pages = createPages({
    limit: 10,
    send: (message) => sent.push(message),
    kill: () => {
      kills += 1;
    },
    elsewhere: () => 4,
  });
  const hears = (counts: Partial<PageCounts>, farewell: { told: number; untold: number } | null = null) =>
    pages.hears({ kind: 'pages', counts: { open: 0, greeted: 0, refused: 0, foreign: 0, ...counts }, farewell });
  return { pages, sent, hears, kills: () => kills };
}

describe('pages', () => {
  test('are counted over all web processes, and those of a fallen one are lost', () => {
    const { pages, hears } = house();
    pages.up();
    hears({ open: 3, greeted: 5, refused: 1 });
    pages.fell();
    expect(pages.counts()).toEqual({ open: 0, limit: 10, greeted: 5, refused: 1, foreign: 0, lost: 3 });
    pages.up();
    hears({ open: 2, greeted: 2, foreign: 1 });
    expect(pages.counts()).toEqual({ open: 2, limit: 10, greeted: 7, refused: 1, foreign: 1, lost: 3 });
  });

  test('hear of the other doors once for all that happened in one turn of the loop', async () => {
    const { pages, sent } = house();
    pages.elsewhereChanged();
    pages.up();
    for (let n = 0; n < 5; n += 1) pages.elsewhereChanged();
    await new Promise(setImmediate);
    expect(sent).toEqual([{ kind: 'elsewhere', connected: 4 }]);
  });

  test('are not understood when they say something else', () => {
    expect(house().pages.hears({ kind: 'here' })).toBe('foreign');
  });
});

describe('the goodbye', () => {
  test('is over when the last page was told, not before', async () => {
    const { pages, sent, hears, kills } = house();
    pages.up();
    hears({ open: 2 });
    pages.close('party-over');
    const ended = pages.end('party-over', 60_000);
    expect(sent.slice(-2)).toEqual([
      { kind: 'close-door', reason: 'party-over' },
      { kind: 'say-bye', reason: 'party-over' },
    ]);
    // Sent before the goodbye was heard.
    hears({ open: 0 });
    hears({ open: 2 }, { told: 1, untold: 1 });
    hears({ open: 0 }, { told: 2, untold: 0 });
    expect(await ended).toEqual({ told: 2, untold: 0 });
    expect(kills()).toBe(0);
  });

  test('of a silent process is given up: it is killed, and who was not told counts as untold', async () => {
    const { pages, hears, kills } = house();
    pages.up();
    hears({ open: 2 });
    pages.close('restarting');
    expect(await pages.end('restarting', 1)).toEqual({ told: 0, untold: 2 });
    expect(kills()).toBe(1);
  });

  test('of a process that falls over it counts those who had not heard it', async () => {
    const { pages, hears } = house();
    pages.up();
    hears({ open: 3 });
    pages.close('restarting');
    const ended = pages.end('restarting', 60_000);
    hears({ open: 3 }, { told: 2, untold: 1 });
    pages.fell();
    expect(await ended).toEqual({ told: 2, untold: 1 });
  });

  test('of a process that fell just before it counts its pages, and of one that fell long before nobody', async () => {
    const late = house();
    late.pages.up();
    late.hears({ open: 3 });
    late.pages.close('restarting');
    late.pages.fell();
    expect(await late.pages.end('restarting', 60_000)).toEqual({ told: 0, untold: 3 });
    const early = house();
    early.pages.up();
    early.hears({ open: 3 });
    early.pages.fell();
    early.pages.close('restarting');
    expect(await early.pages.end('restarting', 60_000)).toEqual({ told: 0, untold: 0 });
  });
});
