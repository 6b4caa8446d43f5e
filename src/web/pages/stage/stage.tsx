/** The TV beside the stage: who sings, who is next, how to join. Nobody touches it. */
import { useEffect, useReducer } from 'preact/hooks';
import type { StageWords } from '../../words/stage.ts';
import type { Talk } from '../talk/talk.ts';
import { Announcement } from './announcement.tsx';
import { comingOf } from './coming.ts';
import { BEFORE_ALL, after } from './evening.ts';
import { Join } from './join.tsx';
import { listen } from './listen.ts';
import { Middle } from './middle.tsx';
import { Next } from './next.tsx';
import { PartsContext } from './parts.ts';
import { sceneOf } from './scene.ts';
import { shiftAt } from './shift.ts';
import { useServerNow } from './ticking.ts';
import { Top } from './top.tsx';
import { turnFullScreen } from './tv.ts';

/** Often enough that a gap becomes a song when it does. */
const EVERY_MS = 250;

export function Stage({ talk, words, join }: { talk: Talk; words: StageWords; join: string | null }) {
  const [evening, happened] = useReducer(after, BEFORE_ALL);
  const nowMs = useServerNow(talk.serverNowMs, EVERY_MS);
  useEffect(() => listen(talk, happened), [talk]);
  useEffect(() => {
    happened({ is: 'looked-at', atMs: nowMs });
  }, [nowMs]);

  const scene = sceneOf(evening, nowMs);
  const party = scene.is === 'goodbye' ? scene.party : scene.is === 'no-party' ? null : (evening.party?.name ?? null);
  useEffect(() => {
    document.title = words.titleOf(party);
  }, [words, party]);
  const isOn = scene.is === 'gap' || scene.is === 'song' || scene.is === 'silence';
  const message = evening.messages[0]?.text ?? null;
  const { x, y } = shiftAt(nowMs);
  return (
    <PartsContext.Provider value={{ words, serverNowMs: talk.serverNowMs }}>
      <div
        class={`stage is-${scene.is} ${message === null ? '' : 'announcing'} ${evening.line?.total === 0 ? 'inviting' : ''}`}
        style={{ '--x': String(x), '--y': String(y) }}
      >
        <Top party={party} closingAtMs={isOn ? evening.closingAtMs : null} nowMs={nowMs} />
        <main>
          <Middle scene={scene} now={evening.now} next={evening.line && (comingOf(evening.line).rows[0] ?? null)} />
        </main>
        {scene.is !== 'goodbye' && (
          <aside>
            {isOn && evening.line && <Next line={evening.line} />}
            {join !== null && <Join address={join} />}
          </aside>
        )}
        <Announcement text={message} />
        <p role="status" class="link">
          {(evening.link === 'lost' || (evening.link === 'closed' && scene.is !== 'goodbye')) && words.lost}
        </p>
        {document.fullscreenEnabled && (
          <button type="button" class="full-screen" onClick={turnFullScreen}>
            {words.fullScreen} <kbd>F</kbd>
          </button>
        )}
      </div>
    </PartsContext.Provider>
  );
}
