/** The guest page: what plays above, four pages below, and between them what this guest is told and asked. */
import { useEffect, useState } from 'preact/hooks';
import { wordsIn } from '../../../words/words.ts';
import type { Language } from '../../../words/words.ts';
import type { Talk } from '../../talk/talk.ts';
import type { Acts } from '../acts.ts';
import { callOf } from '../evening/calls.ts';
import type { Reading } from '../evening/action.ts';
import type { Evening } from '../evening/evening.ts';
import { CallBanner } from './call_banner.tsx';
import { Goodbye } from './goodbye.tsx';
import { LineTab } from './line_tab.tsx';
import { LinkBar } from './link_bar.tsx';
import { useLooking } from './looking.ts';
import { MeTab } from './me_tab.tsx';
import { MineTab } from './mine_tab.tsx';
import { Moved } from './moved.tsx';
import { NameDialog } from './name_dialog.tsx';
import { Notices } from './notices.tsx';
import { NowBar } from './now_bar.tsx';
import { OutcomeBar } from './outcome_bar.tsx';
import { PageContext } from './page.ts';
import type { Page } from './page.ts';
import { PartyBar } from './party_bar.tsx';
import { ShutOut } from './shut_out.tsx';
import { SingTab } from './sing_tab.tsx';
import { useTab } from './tab.ts';
import { Tabs } from './tabs.tsx';
import { UnsureDialog } from './unsure_dialog.tsx';
import { useFocusKept } from './focus_kept.ts';
import { useEvening } from './use_evening.ts';

export interface AppProps {
  readonly talk: Talk;
  readonly evening: Evening;
  readonly acts: Acts;
  readonly language: Language;
  /** Also remembers it. */
  readonly speak: (language: Language) => void;
  readonly look: (at: readonly Reading[]) => void;
  readonly refresh: (readings: readonly Reading[]) => void;
  readonly moreOf: Page['moreOf'];
  readonly device: Page['device'];
  /** What was typed into the form that works without scripts. */
  readonly typed: { readonly name: string; readonly code: string; readonly song: string };
}

/** What waits for a name. */
type Naming = { readonly then: () => void } | null;

export function App({ talk, evening, acts, language, speak, look, refresh, moreOf, device, typed }: AppProps) {
  const state = useEvening(evening);
  const tab = useTab();
  const looking = useLooking(talk, typed.song);
  const main = useFocusKept();
  const [naming, setNaming] = useState<Naming>(null);
  const { me, stranger, ended, shut, party, outcome } = state;
  const shown = ended ? 'goodbye' : tab;

  useEffect(() => {
    look([
      'PARTY',
      'NOW',
      ...(me ? (['MINE', 'WISHES'] as const) : []),
      // Who has just come in sees who is next; two thousand who have a name need it only where they look for it.
      ...(shown === 'line' || (shown === 'sing' && !me) ? (['QUEUE'] as const) : []),
      ...(me && shown !== 'line' && shown !== 'me' ? (['HISTORY'] as const) : []),
    ]);
  }, [look, me !== null, shown]);
  useEffect(() => {
    // Somebody may have asked me for a duet a moment ago.
    if (shown === 'mine') refresh(['MINE', 'WISHES']);
  }, [refresh, shown]);

  const named = (then: () => void): void => {
    if (me) then();
    else setNaming({ then });
  };
  const page: Page = {
    state,
    call: callOf(state),
    language,
    words: wordsIn(language),
    acts,
    happened: evening.happened,
    ask(wanted, partner) {
      named(() => {
        acts.request(wanted, partner);
      });
    },
    wish(song) {
      named(() => {
        // REQUEST asks once more whether it is not here after all, and a lost answer does not matter to it.
        if (party?.on === false) acts.wish(song);
        else acts.request({ songId: null, ...song }, null);
      });
    },
    sayName() {
      setNaming({ then: () => undefined });
    },
    speak,
    serverNowMs: () => talk.serverNowMs(),
    connectAgain() {
      talk.again();
    },
    moreOf,
    device,
  };

  return (
    <PageContext.Provider value={page}>
      <header class="top">
        <PartyBar />
        <NowBar />
        <LinkBar />
      </header>
      <main ref={main}>
        <CallBanner />
        {shut ? (
          <ShutOut shut={shut} />
        ) : (
          <>
            {ended && <Goodbye ended={ended} />}
            <Notices />
            {shown === 'sing' && <SingTab looking={looking} />}
            {shown === 'mine' && <MineTab />}
            {shown === 'line' && <LineTab />}
            {shown === 'me' && <MeTab />}
          </>
        )}
        {!shut && <Moved />}
      </main>
      <footer class="bottom">
        {!shut && <OutcomeBar />}
        {!shut && <Tabs tab={tab} />}
      </footer>
      {outcome?.is === 'unsure' && <UnsureDialog outcome={outcome} />}
      {(naming ?? stranger) && (
        <NameDialog
          key={stranger?.name}
          first={typed}
          stranger={stranger}
          close={() => {
            setNaming(null);
            evening.happened({ is: 'stranger-read' });
          }}
          welcomed={() => {
            setNaming(null);
            naming?.then();
          }}
        />
      )}
    </PageContext.Provider>
  );
}
