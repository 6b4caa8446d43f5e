/** One of my songs: its place, when, and why; taken out, or exchanged with another of mine. */
import { useState } from 'preact/hooks';
import { hourOf, range } from '../../../words/numbers.ts';
import { named } from '../../../words/song.ts';
import type { Row } from '../../talk/said.ts';
import { otherThan } from '../evening/calls.ts';
import { CancelDialog } from './cancel_dialog.tsx';
import { Icon } from './icon.tsx';
import { usePage } from './page.ts';
import { SongName } from './song_name.tsx';
import { whySaid } from './why_said.ts';
import { Whys } from './whys.tsx';

type Entry = Row<'queue row'>;

interface MySongProps {
  readonly entry: Entry;
  /** My songs right before and after it, with which it may be exchanged. */
  readonly before: Entry | null;
  readonly after: Entry | null;
}

export function MySong({ entry, before, after }: MySongProps) {
  const { state, words, language, acts } = usePage();
  const [asksWhy, setAsksWhy] = useState(false);
  const [asksCancel, setAsksCancel] = useState(false);
  const { mine } = words;
  const { me } = state;
  const isMine = entry.guest_id === me?.guestId;
  const kept = entry.why.rule === 'away';
  const minutes = range(entry.wait_from_min, entry.wait_to_min);
  const other = otherThan(me, entry.singer, entry.with);
  return (
    <li class={entry.position === 1 && !kept ? 'card soon' : 'card'}>
      <p class="place">
        <b>{kept ? mine.placeKept : entry.position === 1 ? mine.placeFirst : mine.place(entry.position)}</b>
        {!kept && ` · ${minutes === null ? mine.waitUnknown : mine.wait(minutes)}`}
      </p>
      <p class="large">
        <SongName artist={entry.artist} title={entry.title} />
      </p>
      {entry.too_late_for_ms !== null && <p>{mine.tooLate(hourOf(entry.too_late_for_ms))}</p>}
      {other !== null && <p>{isMine ? mine.duetOf(other) : mine.duetAskedBy(other)}</p>}
      <button
        type="button"
        class="why"
        aria-expanded={asksWhy}
        onClick={() => {
          setAsksWhy(!asksWhy);
        }}
      >
        <span class="quiet">{whySaid(entry, { me, words, language })}</span>
        <Icon name={asksWhy ? 'up' : 'down'} />
      </button>
      {asksWhy && <Whys entry={entry} />}
      {isMine && (
        <div class="card-acts">
          {before && (
            <button
              type="button"
              aria-label={mine.up(named(entry))}
              onClick={() => {
                acts.swap(entry.queue_id, before.queue_id);
              }}
            >
              <Icon name="up" />
            </button>
          )}
          {after && (
            <button
              type="button"
              aria-label={mine.down(named(entry))}
              onClick={() => {
                acts.swap(entry.queue_id, after.queue_id);
              }}
            >
              <Icon name="down" />
            </button>
          )}
          <button
            type="button"
            class="take-out"
            aria-label={`${mine.takeBack}: ${named(entry)}`}
            onClick={() => {
              setAsksCancel(true);
            }}
          >
            {mine.takeBack}
          </button>
        </div>
      )}
      {asksCancel && (
        <CancelDialog
          entry={entry}
          close={() => {
            setAsksCancel(false);
          }}
        />
      )}
    </li>
  );
}
