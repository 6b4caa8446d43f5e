/** What sounds now, who sings it, and how far it is. */
import { clock, placeOf } from '../../talk/music.ts';
import type { Now } from '../evening/state.ts';
import { usePage } from './page.ts';
import { useTick } from './tick.ts';

export function NowBar() {
  const { state, words } = usePage();
  const { now } = state;
  if (!now || state.party?.on === false) return null;
  return (
    <section class="now" aria-label={words.frame.nowPlaying}>
      {now.state === 'silence' ? <p class="quiet">{words.frame.silence}</p> : <Playing now={now} />}
    </section>
  );
}

function Playing({ now }: { readonly now: Now }) {
  const { words, serverNowMs } = usePage();
  useTick(now.state !== 'paused');
  const { frame } = words;
  const place = placeOf(now, serverNowMs());
  const { singer, with: partner } = now;
  const singers = singer === null ? null : partner === null ? singer : frame.and(singer, partner);
  return (
    <>
      <p class="now-song">
        <b>{now.title}</b> <span class="quiet">{now.artist}</span>
      </p>
      <p class="now-who">
        <span>{singers === null ? frame.nobodySings : frame.sungBy(singers)}</span>
        {place && <span class="quiet">{timeSaid(place.positionMs, place.durationMs)}</span>}
      </p>
      {place && (
        <progress aria-label={frame.songProgress} max={place.durationMs} value={Math.max(0, place.positionMs)} />
      )}
    </>
  );

  function timeSaid(positionMs: number, durationMs: number): string {
    const time =
      positionMs < 0 ? frame.startsIn(clock(999 - positionMs)) : `${clock(positionMs)} / ${clock(durationMs)}`;
    return now.state === 'paused' ? `${time} · ${frame.paused}` : time;
  }
}
