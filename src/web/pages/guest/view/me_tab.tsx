/** Who I am on this phone, and how it behaves. */
import { useState } from 'preact/hooks';
import { LANGUAGES } from '../../../words/me.ts';
import type { Language } from '../../../words/words.ts';
import { CodeDialog } from './code_dialog.tsx';
import { ForgetDialog } from './forget_dialog.tsx';
import { usePage } from './page.ts';

export function MeTab() {
  const { state, words, language, speak, sayName, device } = usePage();
  const [asks, setAsks] = useState<'nothing' | 'code' | 'forget'>('nothing');
  const { me } = state;
  const close = (): void => {
    setAsks('nothing');
  };
  return (
    <>
      <h2>{words.me.heading}</h2>
      {me ? (
        <section class="card">
          <p class="large">{words.me.iAm(me.name)}</p>
          <div class="stack">
            <button
              type="button"
              onClick={() => {
                setAsks('code');
              }}
            >
              {words.me.showCode}
            </button>
            <button type="button" onClick={sayName}>
              {words.me.notYou}
            </button>
          </div>
        </section>
      ) : (
        <section class="card">
          <p>{words.me.nobody}</p>
          <button type="button" class="first wide" onClick={sayName}>
            {words.me.sayName}
          </button>
        </section>
      )}
      <section class="card">
        <h3>{words.me.phone}</h3>
        <button
          type="button"
          role="switch"
          class="switch"
          aria-checked={device.sound === 'on'}
          onClick={() => {
            device.setSound(device.sound === 'on' ? 'off' : 'on');
          }}
        >
          {words.me.sound}
        </button>
        {device.sound === 'on' && (
          <button type="button" onClick={device.trySound}>
            {words.me.trySound}
          </button>
        )}
        <fieldset>
          <legend>{words.me.language}</legend>
          {(Object.keys(LANGUAGES) as Language[]).map((each) => (
            <label key={each} lang={each} class="choice">
              <input
                type="radio"
                name="lang"
                checked={each === language}
                onChange={() => {
                  speak(each);
                }}
              />
              {LANGUAGES[each]}
            </label>
          ))}
        </fieldset>
        {me && (
          <button
            type="button"
            class="take-out"
            onClick={() => {
              setAsks('forget');
            }}
          >
            {words.me.forget}
          </button>
        )}
      </section>
      {me && asks === 'code' && <CodeDialog me={me} close={close} />}
      {me && asks === 'forget' && <ForgetDialog me={me} close={close} />}
    </>
  );
}
