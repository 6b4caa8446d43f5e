/** status, party start, party end, party closing, stop. */
import { readTimeOfDay } from '../../party/clock.ts';
import { isDegraded } from '../degraded.ts';
import type { Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { refusal } from '../refusal.ts';
import { libraryStanding, standing } from '../views.ts';

const NO_HOST = refusal(
  'failed',
  'The supervisor does not answer. The music and the guests may be fine; see its log, then try again.',
);

export function partyAnswers(
  desk: Desk,
): Pick<Answerers, 'status' | 'party start' | 'party end' | 'party closing' | 'stop'> {
  const { store } = desk;
  return {
    status: async () => {
      const [seen, library, randomFrom, tree] = await Promise.all([
        store.overview(),
        store.library(),
        store.randomFrom(),
        desk.tree(),
      ]);
      if (!tree) return NO_HOST;
      const processes = await Promise.all(
        tree.processes.map(async (process) => ({
          ...process,
          pssKb: process.pid === null ? null : await desk.memory(process.pid),
        })),
      );
      const degraded = processes.filter(isDegraded).map(({ name }) => name);
      return {
        ok: true,
        verdict: degraded.length > 0 ? 'degraded' : 'done',
        value: {
          ...standing(seen),
          library: libraryStanding(library),
          randomFrom,
          degraded,
          tree: { ...tree, processes },
        },
      };
    },
    'party start': async ({ name }, { who }) => {
      const { is, party } = await store.startParty(name ?? desk.partyName(), who);
      if (is === 'already-on') {
        return refusal('conflict', `"${party.name}" is on already. To begin another, first: karaokectl party end`);
      }
      desk.hint('party');
      return done({ party });
    },
    'party end': async ({ in: inMs }, { who }) => {
      const ended = await store.endPartyBy(who, inMs);
      if (ended.is === 'no-party') {
        return refusal('conflict', 'No party is on. To begin one: karaokectl party start');
      }
      desk.hint('party');
      return done({ outcome: ended.is, party: ended.party });
    },
    'party closing': async ({ time }, { who }) => {
      const closing = await store.closeAt(readTimeOfDay(time) ?? 'off', who);
      if (closing.is === 'no-party') {
        return refusal('conflict', 'No party is on. To begin one: karaokectl party start');
      }
      if (closing.is !== 'already') desk.hint('party');
      return done({ outcome: closing.is, party: closing.party });
    },
    stop: async () => {
      const tree = await desk.tree();
      if (!tree) return NO_HOST;
      return { ...done({ pid: tree.pid }), sent: desk.stopDaemon };
    },
  };
}
