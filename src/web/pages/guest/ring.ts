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
  /** Shows it as the title of the page. */
  readonly entitle: (title: string) => void;
}

export function ringAtCalls({ evening, language, ring, entitle }: RingOptions): void {
  const rung = new Set<string>();
  /** The notice that a song was put off, as it was seen last. */
  let laterBefore: number | null = null;
  evening.onChange(() => {
    const { frame, calls } = wordsIn(language());
    const call = callOf(evening.state);
    const title = evening.state.party?.name ?? frame.title;
    const said = call && { next: calls.nextTitle, turn: calls.turnTitle }[call.is];
    entitle(said ? `${said} · ${title}` : title);
    // Announced, put off and announced again is one more ring; the same call read again is none.
    const later = evening.state.notices.find(({ about }) => about === 'later')?.id ?? null;
    const which = call && `${call.is} ${call.queueId}`;
    if (later !== null && later !== laterBefore) for (const each of rung) if (each !== which) rung.delete(each);
    laterBefore = later;
    if (!call || which === null || rung.has(which)) return;
    rung.add(which);
    ring(call.is);
  });
}
