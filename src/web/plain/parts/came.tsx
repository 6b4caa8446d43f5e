/** @jsxImportSource preact */
/** What came of what was asked: above all else, because it is what somebody looks for after pressing. */
import type { VNode } from 'preact';
import type { Outcome } from '../perform.ts';
import { refusalSentence } from '../../words/refusals.ts';
import { range } from '../../words/numbers.ts';
import { named } from '../../words/song.ts';
import type { Part } from '../shown.ts';
import { Form } from './form.tsx';

export function Came(part: Part): VNode {
  return (
    <>
      <Welcome {...part} />
      <CameOf {...part} />
    </>
  );
}

function Welcome({ greeted, words, plainly, language, who, pending }: Part): VNode | null {
  if (greeted.is === 'nobody' && who) return <p role="alert">{plainly.unknown(who.name)}</p>;
  if (greeted.is === 'nobody' && pending.is !== 'look') {
    const nameless = { word: 'WHO', text: words.me.askName };
    return <p role="alert">{refusalSentence(nameless, { doing: 'ask', retry: null, partner: null }, language)}</p>;
  }
  if (greeted.is === 'refused')
    return (
      <p role="alert">{refusalSentence(greeted.err, { ...greeted.err, doing: 'name', partner: null }, language)}</p>
    );
  if (greeted.is !== 'guest' || !greeted.isNew || who === null) return null;
  const { name, known } = greeted;
  return (
    <div role="status">
      <p>{plainly.welcome(name)}</p>
      {known && (
        <p>
          {plainly.codeIs(name)} <strong class="code">{known.code}</strong>
        </p>
      )}
      {!known && <p>{words.me.codeUnknown}</p>}
    </div>
  );
}

function CameOf(part: Part): VNode | null {
  const { outcome, words, plainly, language } = part;
  switch (outcome.is) {
    case 'nothing':
    case 'done':
      return null;
    case 'queued':
      return (
        <div role="status">
          <p>{queuedSaid(outcome, part)}</p>
          {outcome.ok.away && <p>{words.sing.queuedAway}</p>}
        </div>
      );
    case 'wished': {
      const { artist, title, askers, state } = outcome.ok;
      return (
        <div role="status">
          <p>{words.sing.wished(named({ artist, title }))}</p>
          <p>
            {state === 'wanted' || state === 'fetching' ? words.sing.wishedOthers(askers - 1) : becameOf(state, part)}
          </p>
        </div>
      );
    }
    case 'choose':
      return <Choice {...part} outcome={outcome} />;
    case 'refused': {
      const { err, deed, wish } = outcome;
      const doing = deed.is === 'ask' || deed.is === 'take' ? 'ask' : deed.is === 'wish' ? 'wish' : 'change';
      return (
        <div role="alert">
          <p>{refusalSentence(err, { ...err, doing, partner: null }, language)}</p>
          {err.word === 'DUPLICATE' && err.song_id !== undefined && (
            <Form carry={part.carry} asKey={part.key}>
              <button class="first" name="take" value={String(err.song_id)}>
                {words.sing.askInstead}
              </button>
            </Form>
          )}
          {wish !== null && (
            <Form carry={part.carry} asKey={null}>
              <button name="wish" value={wish}>
                {words.sing.askDj(wish)}
              </button>
            </Form>
          )}
          {err.word === 'NOT_FOUND' && deed.is === 'ask' && <p>{plainly.songHint}</p>}
        </div>
      );
    }
  }
}

function queuedSaid({ ok }: Extract<Outcome, { is: 'queued' }>, { words, plainly }: Part): string {
  const song = named(ok);
  if (ok.state !== 'waiting') {
    const became: Readonly<Record<string, string | undefined>> = plainly.became;
    return `${song}. ${plainly.renewed(became[ok.state] ?? ok.state)}`;
  }
  const wait = range(ok.wait_from_min, ok.wait_to_min);
  return `${words.sing.queued(song, ok.position)}${wait === null ? '' : ` (${words.mine.wait(wait)})`}`;
}

function becameOf(state: string, { words }: Part): string {
  const states: Readonly<Record<string, string | undefined>> = words.mine.wishState;
  return states[state] ?? state;
}

function Choice(part: Part & { readonly outcome: Extract<Outcome, { is: 'choose' }> }): VNode {
  const { outcome, words, carry, key } = part;
  return (
    <section aria-labelledby="choose">
      <h2 id="choose">{words.sing.unsure}</h2>
      <Form carry={carry} asKey={key}>
        <ul>
          {outcome.songs.map((song) => (
            <li>
              <button name="take" value={String(song.song_id)}>
                {named(song)}
              </button>
            </li>
          ))}
          {outcome.wish !== null && (
            <li>
              <button name="wish" value={outcome.wish}>
                {words.sing.unsureAsk}: {outcome.wish}
              </button>
            </li>
          )}
        </ul>
      </Form>
    </section>
  );
}
