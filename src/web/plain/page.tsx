/** @jsxImportSource preact */
/** The guest page as HTML: all of it works without a script, and where there is one, it takes this over. */
import type { VNode } from 'preact';
import { plain } from '../words/plain.ts';
import { wordsIn } from '../words/words.ts';
import { Ask } from './parts/ask.tsx';
import { Came } from './parts/came.tsx';
import { Foot } from './parts/foot.tsx';
import { LineOfSongs } from './parts/line.tsx';
import { Mine } from './parts/mine.tsx';
import { Now } from './parts/now.tsx';
import { Wishes } from './parts/wishes.tsx';
import type { Part, Shown } from './shown.ts';

export function Page(shown: Shown): VNode {
  const part: Part = { ...shown, words: wordsIn(shown.language), plainly: plain[shown.language] };
  const { evening, greeted, own } = shown;
  return (
    <div id="page">
      <main class="plain">
        <h1>{evening.party?.name ?? part.plainly.title}</h1>
        <Came {...part} />
        <Now {...part} />
        <Ask {...part} />
        {greeted.is === 'guest' && own && <Mine {...part} guestId={greeted.id} own={own} />}
        {greeted.is === 'guest' && own && <Wishes {...part} own={own} />}
        <LineOfSongs {...part} />
        <Foot {...part} />
      </main>
    </div>
  );
}
