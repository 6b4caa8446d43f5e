/** Rings once for each call, and says it in the title of the page, which is seen from another tab. */
import { wordsIn } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import { callOf } from './evening/calls.ts';
import type { Call } from './evening/calls.ts';
import type { Evening } from './evening/evening.ts';

export interface RingOptions {
  readonly evening: Evening;
  readonly language: () => Language;
  readonly ring: (call: Call['is']) => void;
}

export function ringAtCalls({ evening, language, ring }: RingOptions): void {
  const rung = new Set<string>();
  evening.onChange(() => {
    const { frame, calls } = wordsIn(language());
    const call = callOf(evening.state);
    const title = evening.state.party?.name ?? frame.title;
    const said = call && { next: calls.nextTitle, turn: calls.turnTitle }[call.is];
    document.title = said ? `${said} · ${title}` : title;
    // Announced, put off and announced again is one more ring; the same call read again is none.
    if (evening.state.notices.some(({ about }) => about === 'later')) rung.clear();
    if (!call) return;
    const which = `${call.is} ${call.queueId}`;
    if (rung.has(which)) return;
    rung.add(which);
    ring(call.is);
  });
}
