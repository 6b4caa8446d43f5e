/** @jsxImportSource preact */
/** What plays, who is next, and when it all ends. */
import type { VNode } from 'preact';
import type { Ok } from '../../pages/talk/said.ts';
import { singers } from '../../../party/duet.ts';
import { hourOf } from '../../words/numbers.ts';
import { named } from '../../words/song.ts';
import type { Part } from '../shown.ts';

export function Now(part: Part): VNode {
  const { evening, words, plainly } = part;
  const [next] = evening.line?.rows ?? [];
  const closing = evening.party?.closing_at_ms ?? null;
  return (
    <section aria-labelledby="now">
      <h2 id="now">{words.frame.nowPlaying}</h2>
      {evening.now && <p>{nowSaid(evening.now, part)}</p>}
      <Call {...part} />
      {next && (
        <p>
          {plainly.next}: {named(next)} ({singers({ singer: next.singer, partner: next.with })})
        </p>
      )}
      {closing !== null && <p role="status">{words.frame.lastCall(hourOf(closing))}</p>}
    </section>
  );
}

/** Nobody rings here: what a page with scripts hears as NEXT and TURN is seen. */
function Call({ evening, greeted, words }: Part): VNode | null {
  if (greeted.is !== 'guest') return null;
  const { now, line } = evening;
  const [next] = line?.rows ?? [];
  if (now?.singer === greeted.name || now?.with === greeted.name) return <p role="alert">{words.calls.turn}</p>;
  if (next?.why.rule !== 'announced' || (next.guest_id !== greeted.id && next.with !== greeted.name)) return null;
  return (
    <p role="alert">
      {words.calls.next} {words.calls.nextHow}
    </p>
  );
}

function nowSaid(now: Ok<'NOW'>, { evening, words }: Part): string {
  const { artist, title, singer, state } = now;
  if (artist === null || title === null) return evening.party?.on === false ? words.frame.noParty : words.frame.silence;
  const who = singer === null ? words.frame.nobodySings : words.frame.sungBy(singers({ singer, partner: now.with }));
  return [named({ artist, title }), who, ...(state === 'paused' ? [words.frame.paused] : [])].join(', ');
}
