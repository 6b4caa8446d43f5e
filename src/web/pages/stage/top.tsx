/** Which party this is, and until when. */
import { hourOf } from '../../words/numbers.ts';
import { closingAt } from './closing.ts';
import { useParts } from './parts.ts';

interface Ending {
  /** null: no end was said. */
  readonly closingAtMs: number | null;
  readonly nowMs: number;
}

export function Top({ party, ...ending }: Ending & { readonly party: string | null }) {
  const { words } = useParts();
  return (
    <header>
      <h1>
        <bdi>{party ?? words.titleOf(null)}</bdi>
      </h1>
      <div role="status">
        <End {...ending} />
      </div>
    </header>
  );
}

function End({ closingAtMs, nowMs }: Ending) {
  const { words } = useParts();
  const closing = closingAt(closingAtMs, nowMs);
  switch (closing.is) {
    case 'open':
      return null;
    case 'later':
      return <p class="closes">{words.closes(hourOf(closing.atMs))}</p>;
    case 'last-call':
      return (
        <p class="last-call">
          <b>{words.lastCall}</b> <span>{words.lastCallMinutes(closing.minutes)}</span>
        </p>
      );
  }
}
