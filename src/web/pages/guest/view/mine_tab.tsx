/** My songs: where they stand and why, whether I may be called, my wishes, and what I sang. */
import { AwaySwitch } from './away_switch.tsx';
import { History } from './history.tsx';
import { MySong } from './my_song.tsx';
import { usePage } from './page.ts';
import { Unsung } from './unsung.tsx';
import { Wishes } from './wishes.tsx';

export function MineTab() {
  const { state, words } = usePage();
  const { mine, me } = state;
  const own = (mine ?? []).filter(({ guest_id }) => guest_id === me?.guestId);
  return (
    <>
      <h2>{words.mine.heading}</h2>
      {!me && <p class="quiet">{words.mine.nameFirst}</p>}
      {me && state.party?.on !== false && <AwaySwitch away={me.away} />}
      {mine?.length === 0 && <p class="quiet">{words.mine.nothing}</p>}
      <ul class="cards">
        {mine?.map((row) => {
          const at = own.indexOf(row);
          return (
            <MySong
              key={row.queue_id}
              entry={row}
              before={at > 0 ? (own[at - 1] ?? null) : null}
              after={at < 0 ? null : (own[at + 1] ?? null)}
            />
          );
        })}
      </ul>
      <Unsung />
      <Wishes />
      {me && <History />}
    </>
  );
}
