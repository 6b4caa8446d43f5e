/** Whether I may be called: one button, that always offers the other. */
import { usePage } from './page.ts';

export function AwaySwitch({ away }: { readonly away: boolean }) {
  const { words, acts } = usePage();
  return (
    <div class={away ? 'away is-away' : 'away'}>
      <p class={away ? undefined : 'quiet small'}>{away ? words.mine.awayNow : words.mine.awayHint}</p>
      <button
        type="button"
        class={away ? 'first' : undefined}
        onClick={() => {
          acts.setAway(away ? 'back' : 'away');
        }}
      >
        {away ? words.mine.back : words.mine.away}
      </button>
    </div>
  );
}
