/** What was said to this guest, newest first, each until it is put away. */
import type { ComponentChildren } from 'preact';
import { named } from '../../../words/song.ts';
import type { Notice } from '../evening/notices.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page.ts';
import type { Page } from './page.ts';

export function Notices() {
  const page = usePage();
  const { state, words, happened } = page;
  return (
    <div role="status" class="notices">
      {[...state.notices].reverse().map((notice) => (
        <div key={notice.id} class={`notice ${notice.about}`}>
          <div>{said(notice, page)}</div>
          <button
            type="button"
            class="bare"
            aria-label={words.calls.dismiss}
            onClick={() => {
              happened({ is: 'notice-read', id: notice.id });
            }}
          >
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}

function said(notice: Notice, { state, words, ask, happened }: Page): ComponentChildren {
  const { calls, sing, mine } = words;
  switch (notice.about) {
    case 'found':
      return (
        <>
          <p>{calls.found(named(notice))}</p>
          {notice.wished !== null && <p class="quiet">{calls.foundFor(notice.wished)}</p>}
          {state.party?.on !== false && (
            <button
              type="button"
              class="first"
              aria-label={sing.singThis(named(notice))}
              onClick={() => {
                ask(notice, null);
              }}
            >
              {sing.sing}
            </button>
          )}
        </>
      );
    case 'refused':
      return (
        <>
          <p>{calls.refused(named(notice))}</p>
          {notice.reason !== null && <p class="quiet">{mine.wishReason(notice.reason)}</p>}
        </>
      );
    case 'later':
      return (
        <>
          <p>{calls.laterHeading(named(notice))}</p>
          <p class="quiet">{(calls.later as Readonly<Record<string, string>>)[notice.why]}</p>
        </>
      );
    case 'say':
      return (
        <>
          <p class="quiet">{calls.say}</p>
          <p>{notice.text}</p>
        </>
      );
    case 'open-end':
      return <p>{calls.openEnd}</p>;
    case 'code':
      return <p>{calls.noteCode(notice.code)}</p>;
    case 'unsung':
      return (
        <>
          <p>{calls.unsung(notice.songs)}</p>
          <a
            href="#mine"
            onClick={() => {
              happened({ is: 'notice-read', id: notice.id });
            }}
          >
            {calls.unsungSee}
          </a>
        </>
      );
  }
}
