/** @jsxImportSource preact */
/** The form: who, and which song. The script reads from its fields what was typed before it came. */
import type { VNode } from 'preact';
import type { Deed } from '../form.ts';
import type { Part } from '../shown.ts';
import { Form } from './form.tsx';

export function Ask(part: Part): VNode {
  const { greeted, carry, words, plainly, key, pending } = part;
  const isKnown = greeted.is === 'guest';
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">{words.sing.heading}</h2>
      <Form carry={carry} asKey={key}>
        {isKnown ? <p>{words.me.iAm(greeted.name)}</p> : <Name {...part} />}
        <label>
          {plainly.songLabel}
          <input
            name="song"
            value={pending.is === 'ask' ? pending.song : ''}
            maxLength={400}
            autocomplete="off"
            enterkeyhint="send"
            aria-describedby="song-hint"
          />
        </label>
        <p id="song-hint" class="quiet">
          {plainly.songHint}
        </p>
        <Pending deed={pending} />
        <button class="first">{words.sing.sing}</button>
      </Form>
      {!isKnown && <OtherName {...part} />}
    </section>
  );
}

function Name({ greeted, who, words }: Part): VNode {
  const isTaken = greeted.is === 'refused' && greeted.err.word === 'NAME_TAKEN';
  const code = (
    <label>
      {words.me.code}
      <input
        name="code"
        maxLength={32}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        aria-describedby="code-hint"
      />
      <span id="code-hint" class="quiet">
        {words.me.codeWhat}
      </span>
    </label>
  );
  return (
    <>
      <label>
        {words.me.askName}
        <input
          name="name"
          value={who?.name ?? ''}
          maxLength={256}
          required
          autocomplete="nickname"
          data-stranger={who?.by === 'cookie' ? refused(greeted) : undefined}
        />
      </label>
      {isTaken ? (
        code
      ) : (
        <details>
          <summary>{words.me.codeHave}</summary>
          {code}
        </details>
      )}
    </>
  );
}

/** With which word a phone's guest is not welcome; the page with scripts, which takes this one's place, says why it asks. */
const refused = (greeted: Part['greeted']): string | undefined =>
  greeted.is === 'refused' ? greeted.err.word : greeted.is === 'nobody' ? 'NOT_FOUND' : undefined;

/** A free name like the one that is taken, in one press. */
function OtherName({ greeted, words, key, pending }: Part): VNode | null {
  const example = greeted.is === 'refused' ? (greeted.err.example ?? null) : null;
  if (example === null) return null;
  return (
    <Form carry={null} asKey={key}>
      {pending.is === 'ask' && <input type="hidden" name="song" value={pending.song} />}
      <Pending deed={pending} />
      <button name="name" value={example}>
        {words.me.orBe(example)}
      </button>
    </Form>
  );
}

/** What was pressed in a list before it was known who pressed it. */
function Pending({ deed }: { readonly deed: Deed }): VNode | null {
  switch (deed.is) {
    case 'look':
    case 'ask':
      return null;
    case 'take':
      return <input type="hidden" name="take" value={deed.songId} />;
    case 'wish':
      return <input type="hidden" name="wish" value={deed.song} />;
    case 'cancel':
    case 'unwish':
      return <input type="hidden" name={deed.is} value={deed.id} />;
    case 'away':
    case 'back':
      return <input type="hidden" name="here" value={deed.is} />;
  }
}
