/** Look for a song, ask for it; where it is not here, ask the DJ. */
import { ForYou } from './for_you.tsx';
import { FoundSongs } from './found_songs.tsx';
import type { Looking } from './looking.ts';
import { usePage } from './page.ts';
import { SearchField } from './search_field.tsx';
import { Welcome } from './welcome.tsx';

export function SingTab({ looking }: { readonly looking: Looking }) {
  const { state, words } = usePage();
  return (
    <>
      <h2 class="unseen">{words.sing.heading}</h2>
      <SearchField looking={looking} />
      <div role="status" class="quiet small">
        {state.link !== 'open' && looking.text.trim() !== '' && words.sing.searchWaits}
      </div>
      {looking.found && looking.text.trim() !== '' ? (
        <FoundSongs found={looking.found} more={looking.more} />
      ) : (
        <>
          <p class="resting quiet">{words.sing.hint}</p>
          <Welcome />
          <ForYou />
        </>
      )}
    </>
  );
}
