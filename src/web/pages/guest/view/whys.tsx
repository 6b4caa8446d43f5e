/** The whole WHY of a place, read when it is opened and whenever the line is read anew. */
import { useEffect, useState } from 'preact/hooks';
import type { Fact } from '../../../../party/explain.ts';
import { lostIsTold } from '../../talk/lost.ts';
import type { Row } from '../../talk/said.ts';
import { usePage } from './page.ts';
import { whysSaid } from './why_said.ts';

export function Whys({ entry }: { readonly entry: Row<'queue row'> }) {
  const { state, words, language, acts } = usePage();
  const [facts, setFacts] = useState<readonly Fact[] | 'gone' | null>(null);
  useEffect(() => {
    let wanted = true;
    acts
      .why(entry.queue_id)
      .then((read) => {
        if (wanted) setFacts(read ?? 'gone');
      })
      .catch(lostIsTold);
    return () => {
      wanted = false;
    };
  }, [acts, entry, state.link]);
  if (facts === null) return <p class="quiet">{words.frame.loading}</p>;
  if (facts === 'gone') return <p>{words.mine.whyGone}</p>;
  return (
    <ul class="whys">
      {whysSaid(entry, facts, { me: state.me, words, language }).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
