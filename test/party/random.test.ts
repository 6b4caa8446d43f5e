/** Random songs on a real party: what they do when somebody asks for one, and where they come from. */
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { mediaFolder } from '../media/folder.ts';
import { entryOf } from './dj_says.ts';
import { zip } from './library_files.ts';
import { SONGS, startParty } from './party.ts';

interface Plays {
  readonly rows: readonly { singer: string | null; started_at_ms: number; ended_at_ms: number | null }[];
}

/** How long the random song before the request still played, in milliseconds, once Ada's turn has come. */
async function goesOnFor(onRequest: string): Promise<number> {
  await using party = await startParty({ songs: SONGS, settings: { PLAYER_ON_REQUEST: onRequest } });
  await using ada = await party.named('Ada');
  const askedAtMs = Date.now();
  const id = entryOf(await ada.asks('REQUEST Queen - Bohemian Rhapsody'));
  await ada.hears(`* TURN ${id}`);
  const { rows } = (await party.order('history')) as unknown as Plays;
  expect(rows.map(({ singer }) => singer)).toEqual(['Ada', null]);
  return (rows[1]?.ended_at_ms ?? Infinity) - askedAtMs;
}

/** No song of the catalogue is over sooner than in minutes: what ends within one has given way. */
const MINUTE = 60_000;

test('a random song that gives way is over at once, or fades first', async () => {
  expect(await goesOnFor('cut')).toBeLessThan(MINUTE);
  const faded = await goesOnFor('fade');
  expect(faded).toBeGreaterThanOrEqual(4_900);
  expect(faded).toBeLessThan(MINUTE);
});

test('by default it plays to its end, and the request follows it', async () => {
  await using party = await startParty({ songs: [['Short', 'Filler', 2]] });
  await using ada = await party.named('Ada');
  await party.order('restart');
  const id = entryOf(await ada.asks('REQUEST Short - Filler'));
  await ada.hears(`* TURN ${id}`);
  const { rows } = (await party.order('history')) as unknown as Plays;
  const [, random] = rows;
  expect((random?.ended_at_ms ?? 0) - (random?.started_at_ms ?? 0)).toBeGreaterThanOrEqual(2_000);
});

test('they come from the folder that is set; while it has none, status and log say that any are played', async () => {
  using disk = mediaFolder();
  const quiet = join(disk.path, 'quiet');
  await using party = await startParty({ songs: SONGS, settings: { PLAYER_RANDOM_FROM: quiet } });
  const warning = `player.randomFrom is ${quiet}, where no song is: any song of the library is played.`;
  expect((await party.dj('status')).stdout).toContain(warning);

  zip(join(quiet, 'Band - Lullaby.zip'));
  zip(join(disk.path, 'Band - Anthem.zip'));
  await party.order('library', 'add', disk.path);
  const skipped = await party.order('skip');
  expect(skipped).toMatchObject({ now: { artist: 'Band', title: 'Lullaby', singer: null } });
  expect((await party.dj('status')).stdout).toContain(`random songs: of ${quiet}`);
  expect(await party.order('status')).toMatchObject({ random_from: { folder: quiet, has: 'songs' } });
  await party.stop();
  expect(party.log().map(({ msg }) => msg)).toContain(
    `player.randomFrom is ${quiet}, where the library has no song to play; any song is played instead`,
  );
});
