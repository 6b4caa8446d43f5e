/** Look for a song, ask for it; where it is not here, ask the DJ. */
import { FoundSongs } from './found_songs.tsx';
import type { Looking } from './looking.ts';
import { usePage } from './page.ts';
import { SearchField } from './search_field.tsx';

export function SingTab({ looking }: { readonly looking: Looking }) {
  const { state, words } = usePage();
  return (
    <>
      <h2 class="unseen">{words.sing.heading}</h2>
      <SearchField looking={looking} />
      {looking.found && looking.text.trim() !== '' ? (
        <FoundSongs found={looking.found} more={looking.more} />
      ) : (
        <div class="resting quiet">
          <p>{words.sing.hint}</p>
          {state.party?.on === true && <p>{words.sing.waitingNow(state.party.waiting)}</p>}
        </div>
      )}
    </>
  );
}
