/** The night, and karaoked itself. */
import type { VerbTable } from './spec.ts';

export const partyVerbs = {
  status: {
    group: 'party',
    help: 'the party, the player and every process; exit 4 when something is degraded',
    args: {},
    options: {},
    menu: { label: 'How things stand' },
  },
  'party start': {
    group: 'party',
    help: 'begin a party',
    args: { name: { kind: 'text', need: 'optional', help: 'its name; without one, party.name of the configuration' } },
    options: {},
    menu: { label: 'Start the party' },
  },
  'party end': {
    group: 'party',
    help: 'end the party; everybody is told, karaoked stays',
    args: {},
    options: { in: { kind: 'duration', need: 'optional', help: 'last call now, the end in so long: 20m' } },
    menu: { label: 'End the party', sure: 'Everybody is told and disconnected. End it?' },
  },
  'party closing': {
    group: 'party',
    help: 'when the party ends by itself; guests hear the last call',
    args: { time: { kind: 'closing', need: 'required', help: 'the next such time of day, 23:30; or off' } },
    options: {},
    menu: { label: 'When the party ends by itself' },
  },
  stop: {
    group: 'party',
    help: 'stop karaoked; the party goes on at its next start',
    args: {},
    options: {},
    menu: { label: 'Stop karaoked', sure: 'The music and every connection end; the party goes on later. Stop it?' },
  },
} as const satisfies VerbTable;
