/** One place of the line; a tap tells why it is there. */
import { useState } from 'preact/hooks';
import { range } from '../../../words/numbers.ts';
import type { Row } from '../../talk/said.ts';
import { sameName } from '../evening/calls.ts';
import { usePage } from './page.ts';
import { Whys } from './whys.tsx';

export function LineRow({ entry }: { readonly entry: Row<'queue row'> }) {
  const { state, words } = usePage();
  const [asksWhy, setAsksWhy] = useState(false);
  const { line, mine } = words;
  const minutes = range(entry.wait_from_min, entry.wait_to_min);
  const isMine = entry.guest_id === state.me?.guestId || sameName(entry.with, state.me?.name ?? null);
  const singers = entry.with === null ? entry.singer : words.frame.and(entry.singer, entry.with);
  const presence = { present: null, absent: line.absent, away: line.away }[entry.presence] ?? null;
  return (
    <li class={isMine ? 'in-line own' : 'in-line'}>
      <button
        type="button"
        aria-expanded={asksWhy}
        onClick={() => {
          setAsksWhy(!asksWhy);
        }}
      >
        <span class="number">{entry.position}</span>
        <span class="in-line-text">
          <b>{singers}</b>
          {isMine && <span class="badge"> {line.you}</span>}
          <span class="in-line-song">
            {entry.title} <span class="quiet">{entry.artist}</span>
          </span>
          {presence !== null && <span class="small quiet">{presence}</span>}
        </span>
        <span class="in-line-wait quiet small">{minutes === null ? '' : mine.wait(minutes)}</span>
      </button>
      {asksWhy && <Whys entry={entry} />}
    </li>
  );
}
