/** Which party it is, and when it ends: said as soon as somebody has set a time, and louder when it is near. */
import { hourOf } from '../../../words/numbers.ts';
import { usePage } from './page.ts';

/** From then on a request may be refused as too late. */
const NEAR_MS = 30 * 60_000;

export function PartyBar() {
  const { state, words, serverNowMs } = usePage();
  const { party } = state;
  const ends = party?.on === true ? party.closing_at_ms : null;
  const isNear = ends !== null && ends - serverNowMs() < NEAR_MS;
  return (
    <>
      <h1>{party?.name ?? words.frame.title}</h1>
      <div role="status" class={isNear ? 'ends near' : 'ends'}>
        {party?.on === false && state.link !== 'closed' && words.frame.noParty}
        {ends !== null && (isNear ? words.frame.lastCall(hourOf(ends)) : words.frame.endsAt(hourOf(ends)))}
      </div>
    </>
  );
}
