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
    options: {
      for: { kind: 'text', need: 'required', help: 'who sings' },
      with: { kind: 'text', need: 'optional', help: 'who sings it too' },
    },
    menu: { label: 'Add a song for somebody' },
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
  move: {
    group: 'line',
    help: 'pin an entry to a place of the line, 1 is up next',
    args: {
      id: { kind: 'number', need: 'required', help: 'the number of the entry, as "queue" shows it' },
      place: { kind: 'number', need: 'required', help: 'where; whoever is pinned there moves down by one' },
    },
    options: {},
  },
  unpin: {
    group: 'line',
    help: 'give a moved entry back to the rules of the line',
    args: { id: { kind: 'number', need: 'required', help: 'the number of the entry, as "queue" shows it' } },
    options: {},
  },
  undo: {
    group: 'line',
    help: 'take back the last skip, remove, add, move, unpin, found, refuse, fetch, hide or ban; again: the one before it',
    args: {},
    options: {},
    menu: { label: 'Take back what was done last' },
  },
} as const satisfies VerbTable;
