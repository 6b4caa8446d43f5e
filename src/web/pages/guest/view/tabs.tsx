/** The four pages of the page, within reach of a thumb. Links: the back button goes back. */
import { Icon } from './icon.tsx';
import { usePage } from './page.ts';
import { TABS } from './tab.ts';
import type { Tab } from './tab.ts';

export function Tabs({ tab }: { readonly tab: Tab }) {
  const { words, state, happened } = usePage();
  const waiting = { sing: 0, mine: state.mine?.length ?? 0, line: state.party?.waiting ?? 0, me: 0 };
  return (
    <nav class="tabs" aria-label={words.frame.tabsLabel}>
      {TABS.map((each) => (
        <a
          key={each}
          href={`#${each}`}
          aria-current={each === tab ? 'page' : undefined}
          onClick={() => {
            if (state.ended) happened({ is: 'goodbye-read' });
          }}
        >
          <Icon name={each} />
          {words.frame.tabs[each]}
          {waiting[each] > 0 && <span class="badge">{` ${waiting[each]}`}</span>}
        </a>
      ))}
    </nav>
  );
}
