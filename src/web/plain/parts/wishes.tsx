/** @jsxImportSource preact */
/** My wishes and what became of them: what was found is asked for in one press, and so is what went unsung. */
import type { VNode } from 'preact';
import type { Row } from '../../pages/talk/said.ts';
import { named } from '../../words/song.ts';
import type { Own } from '../evening.ts';
import type { Part } from '../shown.ts';
import { Form } from './form.tsx';

type Wishes = Part & { readonly own: Own };

export function Wishes(part: Wishes): VNode | null {
  const { own, words, plainly, carry, key } = part;
  const { mine, sing } = words;
  if (own.wishes.length + own.unsung.length === 0) return null;
  return (
    <section aria-labelledby="wishes">
      <h2 id="wishes">{mine.wishes}</h2>
      <Form carry={carry} asKey={key}>
        <ul>
          {own.wishes.map((wish) => (
            <li>
              <strong>{named(wish)}</strong>: {becameSaid(wish, part)}{' '}
              {wish.state === 'found' && wish.song_id !== null && (
                <button name="take" value={String(wish.song_id)} aria-label={sing.singThis(named(wish))}>
                  {sing.sing}
                </button>
              )}
              {(wish.state === 'wanted' || wish.state === 'fetching') && (
                <button name="unwish" value={String(wish.wish_id)} aria-label={plainly.unwishThis(named(wish))}>
                  {mine.unwish}
                </button>
              )}
            </li>
          ))}
          {own.unsung.map((song) => (
            <li>
              <strong>{named(song)}</strong>: {mine.unsung}{' '}
              <button name="take" value={String(song.song_id)} aria-label={sing.singThis(named(song))}>
                {sing.sing}
              </button>{' '}
              <button name="cancel" value={String(song.queue_id)} aria-label={plainly.forgetThis(named(song))}>
                {mine.unsungForget}
              </button>
            </li>
          ))}
        </ul>
      </Form>
    </section>
  );
}

function becameSaid({ state, reason }: Row<'wish row'>, { words }: Part): string {
  const states: Readonly<Record<string, string | undefined>> = words.mine.wishState;
  const became = states[state] ?? state;
  return reason === null || state !== 'refused' ? became : `${became}; ${words.mine.wishReason(reason)}`;
}
