/** The stage page, over what the server has sent of it. */
import { render } from 'preact';
import { stage } from '../../words/stage.ts';
import { talkFromHere } from '../talk/here.ts';
import '../look.css';
import './stage.css';
import './middle.css';
import './side.css';
import './announcement.css';
import { stageLanguage } from './language.ts';
import { Stage } from './stage.tsx';
import { hidePointer, keepAwake, turnFullScreenOnKey } from './tv.ts';

const language = stageLanguage(location.search, navigator.languages);
document.documentElement.lang = language;

const page = document.getElementById('page') ?? document.body;
const join = document.querySelector<HTMLElement>('[data-join]')?.dataset['join'] ?? null;
const talk = talkFromHere();
// What the server sent is for who has no scripts.
page.replaceChildren();
render(<Stage talk={talk} words={stage[language]} join={join} />, page);

keepAwake();
hidePointer();
turnFullScreenOnKey();
