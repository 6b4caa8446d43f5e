/** @jsxImportSource preact */
/** My songs: place, waiting range, the reason, and how to take one back; and whether I may be called. */
import type { VNode } from 'preact';
import type { Row } from '../../pages/talk/said.ts';
import { reasonSentence } from '../../../party/reasons.ts';
import { hourOf, range } from '../../words/numbers.ts';
import { named } from '../../words/song.ts';
import type { Own } from '../evening.ts';
import type { Part } from '../shown.ts';
import { Form } from './form.tsx';

type Mine = Part & { readonly guestId: number; readonly own: Own };

export function Mine(part: Mine): VNode {
  const { own, words, carry } = part;
  const { mine } = words;
  return (
    <section aria-labelledby="mine">
      <h2 id="mine">{mine.heading}</h2>
      {part.renewS !== null && (
        <noscript>
          <p class="quiet">{part.plainly.byItself}</p>
        </noscript>
      )}
      {own.places.length === 0 && <p>{mine.nothing}</p>}
      <Form carry={carry} asKey={null}>
        <ul>
          {own.places.map((place) => (
            <Place {...part} place={place} />
          ))}
        </ul>
        {own.away && <p>{mine.awayNow}</p>}
        {(own.away || own.places.length > 0) && (
          <button name="here" value={own.away ? 'back' : 'away'}>
            {own.away ? mine.back : mine.away}
          </button>
        )}
      </Form>
    </section>
  );
}

function Place({ place, guestId, words, plainly, language }: Mine & { readonly place: Row<'queue row'> }): VNode {
  const { mine } = words;
  const song = named(place);
  const isOwn = place.guest_id === guestId;
  const wait = range(place.wait_from_min, place.wait_to_min);
  const where = place.why.rule === 'away' ? mine.placeKept : mine.place(place.position);
  return (
    <li>
      <strong>{song}</strong>
      {isOwn ? (
        place.with !== null && <span> {mine.duetOf(place.with)}</span>
      ) : (
        <span>, {mine.duetAskedBy(place.singer)}</span>
      )}
      <p>
        {where}, {wait === null ? mine.waitUnknown : mine.wait(wait)}
      </p>
      {place.too_late_for_ms !== null && <p>{mine.tooLate(hourOf(place.too_late_for_ms))}</p>}
      <p class="quiet">{reasonSentence(place.why, { singer: place.singer, to: isOwn ? 'you' : 'others' }, language)}</p>
      {isOwn && (
        <details>
          <summary aria-label={plainly.takeBackThis(song)}>{mine.takeBack}</summary>
          <p>{mine.takeBackLoses}</p>
          <button name="cancel" value={String(place.queue_id)}>
            {mine.takeBackYes}
          </button>
        </details>
      )}
    </li>
  );
}
