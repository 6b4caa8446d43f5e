/** The music. */
import type { VerbTable } from './spec.ts';

export const playerVerbs = {
  now: { group: 'player', help: 'what sounds now', args: {}, options: {}, menu: { label: 'What sounds now' } },
  skip: { group: 'player', help: 'on to the next', args: {}, options: {}, menu: { label: 'Skip this song' } },
  pause: {
    group: 'player',
    help: 'stop the music where it is',
    args: {},
    options: {},
    menu: { label: 'Pause the music' },
  },
  resume: {
    group: 'player',
    help: 'go on after a pause',
    args: {},
    options: {},
    menu: { label: 'Go on after a pause' },
  },
  restart: { group: 'player', help: 'this song from its beginning', args: {}, options: {} },
} as const satisfies VerbTable;
