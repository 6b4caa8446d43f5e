/** Who are you? Asked when it is needed, and once: a new name is welcomed at once, a known one proves itself by its code. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { refusalSentence } from '../../../words/refusals.ts';
import { lostIsTold } from '../../talk/lost.ts';
import type { Err } from '../../talk/said.ts';
import type { Stranger } from '../evening/state.ts';
import { Dialog } from './dialog.tsx';
import { usePage } from './page.ts';

interface NameDialogProps {
  /** What was typed before this page could help. */
  readonly first: { readonly name: string; readonly code: string };
  /** Whom the phone remembered, and the house does not know so any more; null: nobody. */
  readonly stranger: Stranger | null;
  readonly welcomed: () => void;
  readonly close: () => void;
}

export function NameDialog({ first, stranger, welcomed, close }: NameDialogProps) {
  const { words, acts } = usePage();
  const [name, setName] = useState(stranger?.name ?? first.name);
  const [code, setCode] = useState(first.code);
  const [asksCode, setAsksCode] = useState(first.code !== '' || stranger?.because === 'code');
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const stands = useRef(true);
  useEffect(
    () => () => {
      stands.current = false;
    },
    [],
  );
  const { me } = words;

  const sayHello = async (as: string, proof: string): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const err = await acts.hello(as, proof === '' ? null : proof).catch(lostToAnother);
    // Closed meanwhile: who was welcomed is, and what waited for the name is not done any more.
    if (!stands.current) return;
    setBusy(false);
    if (err === 'lost') {
      setRefused('lost');
      return;
    }
    if (!err) {
      welcomed();
      return;
    }
    setRefused({ err, withCode: proof !== '' });
    if (err.word === 'NAME_TAKEN') setAsksCode(true);
  };
  const example =
    refused !== null && refused !== 'lost' && refused.err.word === 'NAME_TAKEN' ? (refused.err.example ?? null) : null;

  return (
    <Dialog heading={me.askName} close={close}>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          void sayHello(name.trim(), asksCode ? code.trim() : '');
        }}
      >
        {stranger ? <p>{me.stranger[stranger.because](stranger.name)}</p> : <p class="quiet">{me.askNameWhy}</p>}
        <label>
          {me.name}
          <input
            name="name"
            required
            autofocus
            pattern=".*\S.*"
            maxLength={64}
            autocomplete="nickname"
            value={name}
            aria-describedby="refused"
            onInput={({ currentTarget }) => {
              setName(currentTarget.value);
            }}
          />
        </label>
        <div role="alert" id="refused" class="refused">
          {refused && <RefusedName refused={refused} name={name} />}
        </div>
        {asksCode ? (
          <label>
            {me.code}
            <input
              name="code"
              maxLength={12}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              value={code}
              aria-describedby="code-what"
              onInput={({ currentTarget }) => {
                setCode(currentTarget.value);
              }}
            />
            <span id="code-what" class="quiet small">
              {me.codeWhat}
            </span>
          </label>
        ) : (
          <button
            type="button"
            class="bare link"
            onClick={() => {
              setAsksCode(true);
            }}
          >
            {me.codeHave}
          </button>
        )}
        <button type="submit" class="first" aria-disabled={busy}>
          {busy ? words.frame.loading : me.go}
        </button>
        {example !== null && (
          <button
            type="button"
            onClick={() => {
              setName(example);
              void sayHello(example, '');
            }}
          >
            {me.orBe(example)}
          </button>
        )}
      </form>
    </Dialog>
  );
}

/** `lost`: another name was said before this one was answered, as by another tab. */
type Refused = 'lost' | { readonly err: Err; readonly withCode: boolean };

function lostToAnother(error: unknown): 'lost' {
  lostIsTold(error);
  return 'lost';
}

function RefusedName({ refused, name }: { readonly refused: Refused; readonly name: string }) {
  const { words, language } = usePage();
  if (refused === 'lost') return <p>{words.me.notSaid}</p>;
  const { err, withCode } = refused;
  if (err.word === 'NAME_TAKEN' && err.like == null) {
    return <p>{withCode ? words.me.wrongCode(name) : words.me.taken(err.name ?? name)}</p>;
  }
  return <p>{refusalSentence(err, { ...err, doing: 'name', partner: null }, language)}</p>;
}
