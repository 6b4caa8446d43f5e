/** The middle of the stage, at each moment of the evening. */
import type { Now } from '../talk/music.ts';
import type { Row } from '../talk/said.ts';
import { BigWords } from './big_words.tsx';
import { OnStage } from './on_stage.tsx';
import { useParts } from './parts.ts';
import type { Scene } from './scene.ts';

interface MiddleProps {
  readonly scene: Scene;
  readonly now: Now | null;
  /** Who is called next; null: nobody waits, or nobody knows. */
  readonly next: Row<'queue row'> | null;
}

export function Middle({ scene, now, next }: MiddleProps) {
  const { words } = useParts();
  switch (scene.is) {
    case 'waiting':
      return <p class="waiting">{words.waiting}</p>;
    case 'goodbye':
      return <BigWords first={words.goodbye} then={words.goodbyeThanks(scene.party)} />;
    case 'no-party':
      return <BigWords first={words.noParty} then={words.noPartyWhat} />;
    case 'silence':
      return <BigWords first={words.free} then={words.freeWhat} />;
    case 'gap':
    case 'song':
      return now && <OnStage music={scene} now={now} next={next} />;
  }
}
