/** What is typed and what was found for it, kept while another tab is shown. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Talk } from '../../talk/talk.ts';
import { createSearch } from '../search.ts';
import type { Found } from '../search.ts';

export interface Looking {
  readonly text: string;
  readonly found: Found | null;
  readonly type: (text: string) => void;
  readonly now: () => void;
  readonly more: () => void;
}

/** `first`: what was typed before this page could help. */
export function useLooking(talk: Talk, first: string): Looking {
  const [text, setText] = useState(first);
  const [found, setFound] = useState<Found | null>(null);
  const search = useMemo(
    () =>
      createSearch({
        say: (line) => talk.say(line),
        found: setFound,
        after(ms, then) {
          const timer = setTimeout(then, ms);
          return {
            cancel() {
              clearTimeout(timer);
            },
          };
        },
      }),
    [talk],
  );
  useEffect(() => {
    search.typed(first);
    return talk.on((heard) => {
      if ('link' in heard && heard.link === 'open') search.now();
    });
  }, [search, talk, first]);
  return {
    text,
    found,
    type(typed) {
      setText(typed);
      search.typed(typed);
    },
    now() {
      search.now();
    },
    more() {
      search.more();
    },
  };
}
