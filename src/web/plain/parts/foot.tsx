/** @jsxImportSource preact */
/** Who I am on this phone, the other language, and how to see it anew. */
import type { VNode } from 'preact';
import { LANGUAGES } from '../../words/me.ts';
import type { Language } from '../../../party/reasons.ts';
import type { Part } from '../shown.ts';
import { Form } from './form.tsx';

export function Foot({ greeted, carry, language, words, plainly }: Part): VNode {
  const others = Object.entries(LANGUAGES).filter(([other]) => other !== language) as [Language, string][];
  const known = greeted.is === 'guest' ? greeted.known : null;
  return (
    <footer>
      {carry ? (
        <Form carry={carry} asKey={null}>
          <button>{plainly.again}</button>
        </Form>
      ) : (
        <p>
          <a href="/">{plainly.again}</a>
        </p>
      )}
      <Form carry={carry} asKey={null}>
        {others.map(([other, name]) => (
          <button name="lang" value={other} lang={other}>
            {name}
          </button>
        ))}
        {known && (
          <details>
            <summary>{words.me.showCode}</summary>
            <p>{words.me.codeHow(known.name)}</p>
            <p>
              <strong class="code">{known.code}</strong>
            </p>
          </details>
        )}
        {known && (
          <details>
            <summary>{words.me.notYou}</summary>
            <p>{words.me.forgetWhat(known.code)}</p>
            <button name="forget" value="yes">
              {words.me.forgetYes}
            </button>
          </details>
        )}
      </Form>
    </footer>
  );
}
