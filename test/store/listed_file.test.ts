import { expect, test } from '@jest/globals';
import SQLite from 'better-sqlite3';
import { evening, row } from './evening.ts';
import type { Evening } from './evening.ts';

/** The files of all songs. */
function playedFrom({ file }: Evening): unknown {
  const db = new SQLite(file, { readonly: true });
  try {
    return db.prepare('SELECT file FROM song').pluck().all();
  } finally {
    db.close();
  }
}

test('what a catalogue says a song is played from is kept, also when the library was first', async () => {
  using night = await evening();
  const { folderId } = (await night.store.addFolder('/music', 'auto', 'dj')).folder;
  const song = { artist: 'Toto', title: 'Africa', durationS: 200, discId: null, format: 'zip' as const };
  const africa = { dir: '', name: 'africa.zip', others: [], size: 1_000, mtimeMs: 1, fileId: null, is: { song } };
  await night.store.recordFiles({ folderId, files: [africa], directories: [] });
  await night.store.importRows([row('Toto', 'Africa', { file: '/old/africa.mp3' })]);
  await night.store.importRows([row('Toto', 'Africa', { file: '/later/africa.mp3' })]);
  expect(playedFrom(night)).toEqual(['/music/africa.zip']);
  await night.store.forgetFiles(folderId, [{ fileId: 1, dir: '', name: 'africa.zip' }]);
  expect(playedFrom(night)).toEqual(['/old/africa.mp3']);
});
