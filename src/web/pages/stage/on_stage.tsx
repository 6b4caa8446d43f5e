/** Who sings, and what. The middle of the stage: lyrics will take this place. */
import type { Now } from '../talk/music.ts';
import type { Row } from '../talk/said.ts';
import { Fitted } from './fitted.tsx';
import { Countdown } from './countdown.tsx';
import { useParts } from './parts.ts';
import { Progress } from './progress.tsx';
import type { Scene } from './scene.ts';

const NAME = { width: 58, most: [11, 7.6], least: 2.6 } as const;
const TITLE = { width: 58, most: [4.8, 4], least: 2.4 } as const;
const ARTIST = { width: 58, most: [3, 2.6], least: 2 } as const;

type Music = Extract<Scene, { readonly is: 'gap' | 'song' }>;

interface OnStageProps {
  readonly music: Music;
  readonly now: Now;
  /** Who is called next; null: nobody. */
  readonly next: Row<'queue row'> | null;
}

export function OnStage({ music, now, next }: OnStageProps) {
  const { words } = useParts();
  const { singers, song, flow } = music;
  return (
    <section class={`on-stage ${music.is} ${flow}`} aria-labelledby="on-stage">
      <h2 id="on-stage" class="label">
        {labelOf(music)}
        {flow === 'paused' && <span class="pause-sign">{words.paused}</span>}
      </h2>
      <Fitted words={nameOf(singers)} space={NAME} of={singers ? 'name' : 'name nobody'} />
      <Fitted words={song.title} space={TITLE} of="title" />
      {song.artist !== '' && <Fitted words={song.artist} space={ARTIST} of="artist" />}
      {music.is === 'gap' ? <Countdown now={now} /> : <Progress now={now} />}
    </section>
  );

  function labelOf({ is }: Music): string {
    if (!singers) return words.nobodySings;
    return is === 'gap' ? words.toTheStage : words.onStage;
  }

  function nameOf(who: Music['singers']): string {
    if (who) return who.partner === null ? who.singer : words.and(who.singer, who.partner);
    if (!next) return words.yourTurn;
    return words.thenComes(next.with === null ? next.singer : words.and(next.singer, next.with));
  }
}
