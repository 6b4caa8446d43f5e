/** For who listens and does not look: where the first of my songs stands, said when it moves and not when only minutes pass. */
import { useMemo } from 'preact/hooks';
import { range } from '../../../words/numbers.ts';
import { named } from '../../../words/song.ts';
import { usePage } from './page.ts';

export function Moved() {
  const { state, words } = usePage();
  const first = state.mine?.[0];
  const said = useMemo(
    () =>
      first && first.why.rule !== 'away'
        ? words.mine.moved(named(first), first.position, range(first.wait_from_min, first.wait_to_min))
        : null,
    [first?.queue_id, first?.position, words],
  );
  return (
    <p role="status" class="unseen">
      {said}
    </p>
  );
}
