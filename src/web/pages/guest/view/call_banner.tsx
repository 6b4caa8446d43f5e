/** You are next, or it is your turn: the one thing on this page that interrupts. */
import { usePage } from './page.ts';

export function CallBanner() {
  const { call, words } = usePage();
  return (
    <div role="alert" class={call ? `call ${call.is}` : undefined}>
      {call && (
        <>
          <p class="call-what">{call.is === 'next' ? words.calls.next : words.calls.turn}</p>
          <p>
            <b>{call.title}</b> {call.artist}
            {call.other !== null && ` · ${words.calls.withOther(call.other)}`}
          </p>
          {call.is === 'next' && <p>{words.calls.nextHow}</p>}
          {call.is === 'turn' && call.music === 'comes' && <p>{words.calls.turnSoon}</p>}
        </>
      )}
    </div>
  );
}
