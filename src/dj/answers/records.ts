/** history, export. */
import type { Night, NightsWanted } from '../../store/care.ts';
import type { Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { refusal } from '../refusal.ts';
import { wanted } from './songs.ts';

/** Names have at most 200 characters, so a page is far below the megabyte that a frame of the control socket holds. */
const EXPORTED = 250;
/** As many nights as the DJ is reminded of. */
const REMINDED = 5;

export function recordAnswers({ store }: Desk): Pick<Answerers, 'history' | 'export'> {
  return {
    history: async ({ page }) => done(await store.plays(wanted(page))),
    export: async ({ night, all, after }) => {
      if (night !== null && all !== null) {
        return refusal('usage', 'Say --night or --all, not both.');
      }
      const nights: NightsWanted = all === null ? (night ?? 'last') : 'all';
      const rows = await store.playsAfter(nights, after ?? 0, EXPORTED);
      if (rows.length === 0 && night !== null && after === null) {
        const known = await store.nights(Number.MAX_SAFE_INTEGER);
        if (!known.some(({ partyId }) => partyId === night)) return noSuchNight(night, known);
      }
      return done({ rows, next: rows.length < EXPORTED ? null : (rows.at(-1)?.playId ?? null) });
    },
  };
}

function noSuchNight(night: number, known: readonly Night[]) {
  const last = known.slice(0, REMINDED).map(({ partyId, name, startedAtMs }) => {
    const day = new Date(startedAtMs).toISOString().slice(0, 10);
    return `${partyId} ${name} (${day})`;
  });
  const which = last.length === 0 ? 'There was none yet' : `The last were: ${last.join(', ')}`;
  return refusal('failed', `There is no night ${night}. ${which}.`);
}
