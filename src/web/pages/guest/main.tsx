/**
 * The guest page: begins the talk with the house and shows the evening. It takes the place of the form that works without
 * scripts, with what was typed into it; it ends when it is closed, and nothing is lost by that.
 */
import { render } from 'preact';
import { languageOf } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import { talkFromHere } from '../talk/here.ts';
import { createActs } from './acts.ts';
import { createChime } from './chime.ts';
import { askedBefore } from './evening/asked_before.ts';
import { createEvening } from './evening/evening.ts';
import { lookAtHouse } from './house.ts';
import { readIdentity, rememberIdentity, rememberLanguage } from './identity.ts';
import { keepIdentity } from './keep_identity.ts';
import { keepSound } from './keep_sound.ts';
import { ringAtCalls } from './ring.ts';
import { takeOver } from './take_over.ts';
import { App } from './view/app.tsx';
import '../look.css';
import './guest.css';
import '../plain/plain.css';

/** What is no refusal and no loss is a defect: a page has nobody to tell but its console, and goes on. */
const report = (error: unknown): void => {
  console.error(error);
};

const talk = talkFromHere();
const evening = createEvening();
const house = lookAtHouse(talk, evening, report);
const acts = createActs({ talk, evening, stale: house.stale, opened: house.opened, report });
const chime = createChime();
const sound = keepSound();
const { page, typed, stranger } = takeOver();
let language = languageOf(document.documentElement.lang);

if (stranger) evening.happened({ is: 'stranger', stranger });
for (const asked of talk.askedBefore) evening.happened({ is: 'asking', ask: askedBefore(asked) });

keepIdentity({
  talk,
  evening,
  phone: {
    remembered: () => readIdentity(document.cookie),
    remember: rememberIdentity,
    onSeen(seen) {
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') seen();
      });
    },
    later(ms, run) {
      setTimeout(run, ms);
    },
  },
  report,
});
for (const touch of ['pointerdown', 'keydown']) addEventListener(touch, chime.unlock);

const speak = (to: Language): void => {
  language = to;
  document.documentElement.lang = to;
  rememberLanguage(to).catch(report);
  show();
};
const forget = async (): Promise<'forgotten' | 'remembered'> => {
  try {
    await rememberIdentity(null);
  } catch (error) {
    report(error);
    return 'remembered';
  }
  talk.forget();
  location.reload();
  return 'forgotten';
};
ringAtCalls({
  evening,
  language: () => language,
  ring: (call) => {
    chime.play(call, sound.now);
  },
  entitle(title) {
    document.title = title;
  },
});

function show(): void {
  render(
    <App
      talk={talk}
      evening={evening}
      acts={acts}
      language={language}
      speak={speak}
      look={house.look}
      refresh={house.stale}
      moreOf={house.moreOf}
      typed={typed}
      device={{
        sound: sound.now,
        setSound(to) {
          sound.set(to);
          show();
        },
        trySound() {
          chime.play('turn', 'on');
        },
        forget,
      }}
    />,
    page,
  );
}
show();
