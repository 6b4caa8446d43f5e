/** @jsxImportSource preact */
/** The shell of the stage page: how to join is there before any script is. */
import type { VNode } from 'preact';
import type { Language } from '../../party/reasons.ts';
import { plain } from '../words/plain.ts';

export function StageShell(props: {
  readonly language: Language;
  /** null: no party is on. */
  readonly party: string | null;
  /** Where phones find the guest page. */
  readonly join: string;
}): VNode {
  const { language, party, join } = props;
  const words = plain[language];
  return (
    <div id="page" data-join={join}>
      <main class="plain">
        <h1>{party ?? words.title}</h1>
        <p>{words.joinHow}</p>
        <img src="/join.svg" alt={words.joinAlt(join)} width="320" height="320" />
        <p>
          <strong>{join}</strong>
        </p>
      </main>
    </div>
  );
}
