/** @jsxImportSource preact */
/** What is said when there is no page to show: in words, and with a way back. */
import type { VNode } from 'preact';
import type { Language } from '../../party/reasons.ts';
import { plain } from '../words/plain.ts';
import type { PlainWords } from '../words/plain.ts';

export type Problem = keyof PlainWords['problem'];

interface Said {
  readonly problem: Problem;
  /** One below the other. */
  readonly languages: readonly Language[];
}

export function ProblemPage({ languages, problem }: Said): VNode {
  return (
    <main class="plain">
      {languages.map((language) => {
        const words = plain[language];
        return (
          <section lang={language}>
            <h1>{words.title}</h1>
            <p role="alert">{words.problem[problem]}</p>
            <p>
              <a href="/">{words.home}</a>
            </p>
          </section>
        );
      })}
    </main>
  );
}
