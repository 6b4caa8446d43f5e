/** The line, and taking back what was done to it. */
import { page } from './spec.ts';
import type { VerbTable } from './spec.ts';

export const lineVerbs = {
  queue: {
    group: 'line',
    help: 'who waits, in which order and why',
    args: {},
    options: page,
    menu: { label: 'Requests' },
  },
  add: {
    group: 'line',
    help: 'queue a song for somebody, with or without a phone',
    args: { song: { kind: 'text', need: 'required', help: 'its number, "artist - title", or words' } },
    options: { for: { kind: 'text', need: 'required', help: 'who sings' } },
  },
  why: {
    group: 'line',
    help: 'why an entry stands where it stands, in plain sentences',
    args: { id: { kind: 'number', need: 'required', help: 'the number of the entry, as "queue" shows it' } },
    options: {},
  },
  remove: {
    group: 'line',
    help: 'take an entry out of the line',
    args: { id: { kind: 'number', need: 'required', help: 'the number of the entry, as "queue" shows it' } },
    options: {},
  },
  undo: {
    group: 'line',
    help: 'take back the last found, refuse or fetch; again: the one before it',
    args: {},
    options: {},
  },
} as const satisfies VerbTable;
