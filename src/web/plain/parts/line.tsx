/** @jsxImportSource preact */
/** The head of the line. */
import type { VNode } from 'preact';
import { singers } from '../../../party/duet.ts';
import type { Row } from '../../pages/talk/said.ts';
import { range } from '../../words/numbers.ts';
import { named } from '../../words/song.ts';
import type { Part } from '../shown.ts';

export function LineOfSongs(part: Part): VNode | null {
  const { evening, words } = part;
  if (!evening.line) return null;
  const { rows, total, more } = evening.line;
  const nobody = evening.party?.on === false ? words.line.noParty : words.line.nothing;
  return (
    <section aria-labelledby="line">
      <h2 id="line">{words.line.heading}</h2>
      <p>{total === 0 ? nobody : words.line.waiting(total, more)}</p>
      <ol>
        {rows.map((row) => (
          <li>
            {named(row)} <span class="quiet">({whoSings(row, part)})</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** `Ada & Bo, in 21–27 min`, `you, away`. */
function whoSings(row: Row<'queue row'>, { greeted, words }: Part): string {
  const wait = range(row.wait_from_min, row.wait_to_min);
  const isOwn = greeted.is === 'guest' && row.guest_id === greeted.id;
  const absence = row.why.rule === 'away' ? words.line.away : row.presence === 'absent' ? words.line.absent : null;
  return [
    singers({ singer: isOwn ? words.line.you : row.singer, partner: row.with }),
    ...(absence === null ? [] : [absence]),
    ...(wait === null ? [] : [words.mine.wait(wait)]),
  ].join(', ');
}
