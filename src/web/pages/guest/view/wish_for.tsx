/** What is not here: asked of the DJ in one tap where artist and title are typed, else with two fields. */
import { useState } from 'preact/hooks';
import { named } from '../../../words/song.ts';
import { sameName } from '../evening/calls.ts';
import { artistAndTitle } from '../typed.ts';
import type { Typed } from '../typed.ts';
import { usePage } from './page.ts';
import { WishFields } from './wish_fields.tsx';

/** As it was typed; the house knows more ways to write it, and wishes for one song only once. */
const sameSong = (a: Typed, b: Typed): boolean => sameName(a.artist, b.artist) && sameName(a.title, b.title);

/** What was refused may be asked for again, and what was found is not here under this name. */
const isLookedFor = (state: string): boolean => state === 'wanted' || state === 'fetching';

interface WishForProps {
  readonly typed: string;
  /** Nothing was found: there is nothing else to do. */
  readonly open: boolean;
}

export function WishFor({ typed, open }: WishForProps) {
  const { state, words, wish } = usePage();
  const [fields, setFields] = useState(open);
  const song = artistAndTitle(typed);
  const asked = song && state.wishes.find((each) => isLookedFor(each.state) && sameSong(each, song));
  return (
    <section class="wish" aria-label={words.sing.wishHeading}>
      <p class="quiet">
        {open ? '' : `${words.sing.notInList} `}
        {words.sing.wishHow}
      </p>
      {asked ? (
        <p class="good">{words.sing.wished(named(asked))}</p>
      ) : song ? (
        <button
          type="button"
          class="wide"
          onClick={() => {
            wish(song);
          }}
        >
          {words.sing.askDj(named(song))}
        </button>
      ) : fields ? (
        <WishFields title={typed} />
      ) : (
        <button
          type="button"
          class="wide"
          onClick={() => {
            setFields(true);
          }}
        >
          {words.sing.wishHeading}
        </button>
      )}
    </section>
  );
}
