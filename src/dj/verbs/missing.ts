/** Songs that were asked for and are not here. */
import { page } from './spec.ts';
import type { VerbTable } from './spec.ts';

const wish = { kind: 'number', need: 'required', help: 'the number of the wish, as "missing" shows it' } as const;

export const missingVerbs = {
  missing: {
    group: 'missing',
    help: 'songs that were asked for and are not here, by demand',
    args: {},
    options: page,
    menu: { label: 'Missing songs' },
  },
  found: {
    group: 'missing',
    help: 'a missing song is here: this one; who asked is told',
    args: {
      wish,
      'song-or-file': {
        kind: 'song-or-file',
        need: 'required',
        help: 'the number of the song, or the path of its file, which is then brought in',
      },
    },
    options: {},
  },
  fetch: {
    group: 'missing',
    help: 'run fetch.command for a missing song now; watch shows what comes of it',
    args: { wish },
    options: {},
  },
  refuse: {
    group: 'missing',
    help: 'a missing song will not come; who asked is told why',
    args: { wish, reason: { kind: 'text', need: 'required', help: 'a sentence for those who asked' } },
    options: {},
  },
} as const satisfies VerbTable;
