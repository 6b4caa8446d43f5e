/** Files of a library as tests lay them: untouched for an hour, so that no scan waits for their end. */
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BROKEN } from '../media/broken.ts';
import { makeCdg } from '../media/cdg.ts';
import { makeMp3 } from '../media/mp3.ts';
import { makeZip } from '../media/zip.ts';

function lies(path: string, bytes: Buffer): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return aged(path);
}

function aged(path: string): string {
  const longAgo = new Date(Date.now() - 3_600_000);
  utimesSync(path, longAgo, longAgo);
  return path;
}

/** A song in a zip. Returns its path. */
export const zip = (path: string): string => lies(path, makeZip({ seconds: 3, packing: 'stored' }));

/** A song in two files, whose letter cases differ; `stem` is their path without the extension. */
export function pair(stem: string): void {
  lies(`${stem}.CDG`, makeCdg(3));
  lies(`${stem}.mp3`, makeMp3({ seconds: 3 }));
}

const cutOff = BROKEN.find(({ name }) => name === 'Cut - Off.zip');
if (!cutOff) throw new Error('test/media/broken.ts makes no zip that is cut off any more');
/** A zip that is none, with what the DJ is told of it. */
export const CUT_OFF = cutOff;

/** Lays CUT_OFF into `folder`; returns its path. */
export function lieBroken(folder: string): string {
  CUT_OFF.make(folder);
  return aged(join(folder, CUT_OFF.name));
}
