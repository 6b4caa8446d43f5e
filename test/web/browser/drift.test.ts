/** How far the song is, as the TV shows it, beside how far it is: also after a pause, a reload, and by a clock that is wrong. */
import { expect, test } from '@jest/globals';
import { asksJson } from '../../party/json_speech.ts';
import { openBar } from './bar.ts';
import { urlOf } from './browser.ts';
import { Stage } from './stage.ts';

const bar = openBar({ settings: { PLAYER_GAP_SECONDS: 0 } });

/** What two people see between two screens, beyond which a singer and the words part. */
const DRIFT_MS = 150;
const SAMPLES = 15;

/**
 * By how many milliseconds the page is ahead of the player, at each of so many changes of its progress: the time is taken
 * where the change is seen, so that a busy machine, which only shows it later, is no drift.
 */
async function driftsOf(tv: Stage): Promise<readonly number[]> {
  await using guest = await bar.party.guest();
  await guest.asks('MODE json');
  const { final } = await asksJson(guest, 'NOW');
  const { position_ms, at_ms, state } = final as { position_ms: number; at_ms: number; state: string };
  const shown = await tv.page.evaluate<readonly { readonly positionMs: number; readonly atMs: number }[]>(
    `new Promise((done) => {
      const samples = [];
      const bar = document.querySelector('progress');
      new MutationObserver((_changes, observer) => {
        samples.push({ positionMs: bar.value, atMs: performance.timeOrigin + performance.now() });
        if (samples.length < ${SAMPLES}) return;
        observer.disconnect();
        done(samples);
      }).observe(bar, { attributes: true });
    })`,
  );
  expect(state).toBe('playing');
  return shown.map(({ positionMs, atMs }) => positionMs - (position_ms + atMs - at_ms));
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

async function isInStep(tv: Stage): Promise<void> {
  await tv.page.locator('progress').waitFor();
  expect(Math.abs(middle(await driftsOf(tv)))).toBeLessThan(DRIFT_MS);
}

test('the TV is in step with the player, from its first second, after a pause and after a reload', async () => {
  await using ada = await bar.party.named('Ada');
  await using tv = await bar.stage();
  await ada.asks('REQUEST Toto - Africa');
  await ada.asks('REQUEST a-ha - Take On Me');
  await bar.party.dj('skip');
  await tv.shows('Africa');
  await isInStep(tv);
  await bar.party.dj('pause');
  await tv.shows('Paused');
  await bar.party.dj('resume');
  await tv.hides('Paused');
  await isInStep(tv);
  await tv.page.reload();
  await tv.shows('Africa');
  await isInStep(tv);
  await bar.party.dj('skip');
  await tv.shows('Take On Me');
  await isInStep(tv);
});

test('a TV whose own clock is five minutes ahead shows the same', async () => {
  await using visit = await bar.visit({ width: 1280, height: 720 });
  await visit.context.addInitScript('{ const right = Date.now; Date.now = () => right() + 300_000; }');
  await visit.page.goto(urlOf(bar.party, '/stage'));
  const tv = new Stage(visit);
  await tv.shows('Take On Me');
  await isInStep(tv);
});
