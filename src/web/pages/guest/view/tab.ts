/** Which of the four pages is shown: it is in the address, so that the back button and a reload know it. */
import { useEffect, useState } from 'preact/hooks';

export const TABS = ['sing', 'mine', 'line', 'me'] as const;
export type Tab = (typeof TABS)[number];

const tabNow = (): Tab => TABS.find((tab) => location.hash === `#${tab}`) ?? 'sing';

export function useTab(): Tab {
  const [tab, setTab] = useState(tabNow);
  useEffect(() => {
    const changed = (): void => {
      setTab(tabNow());
      scrollTo(0, 0);
    };
    addEventListener('hashchange', changed);
    return () => {
      removeEventListener('hashchange', changed);
    };
  }, []);
  return tab;
}
