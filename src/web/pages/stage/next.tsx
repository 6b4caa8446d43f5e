/** The next five, with whom they are waiting for. */
import type { Row } from '../talk/said.ts';
import { named } from '../../words/song.ts';
import { range } from '../../words/numbers.ts';
import { comingOf } from './coming.ts';
import type { Line } from './evening.ts';
import { sizeOf } from './fit.ts';
import { useParts } from './parts.ts';

/** Beside the time that they wait; longer ones are cut. */
const NAME = { width: 23, most: [2.3, 0], least: 1.7 } as const;

export function Next({ line }: { readonly line: Line }) {
  const { words } = useParts();
  const { rows, more } = comingOf(line);
  return (
    <section class="next" aria-labelledby="next">
      <div class="heading">
        <h2 id="next" class="label">
          {words.next}
        </h2>
        {more > 0 && <p>{words.more(more)}</p>}
      </div>
      {rows.length === 0 ? (
        <p class="nobody-next">
          <b>{words.nobodyNext}</b> {words.nobodyNextWhat}
        </p>
      ) : (
        <ol>
          {rows.map((row) => (
            <Turn key={row.queue_id} row={row} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Turn({ row }: { readonly row: Row<'queue row'> }) {
  const { words } = useParts();
  const minutes = range(row.wait_from_min, row.wait_to_min);
  const who = row.with === null ? row.singer : words.and(row.singer, row.with);
  return (
    <li>
      <p class="who" style={{ '--size': String(sizeOf(who, NAME)) }}>
        <bdi>{who}</bdi>
      </p>
      <p class="wait">{row.position === 1 ? words.upNext : minutes !== null && words.minutes(minutes)}</p>
      <p class="song">
        <bdi>{named(row)}</bdi>
      </p>
    </li>
  );
}
