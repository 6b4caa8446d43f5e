/** The DJ's words to everybody. */
import { sizeOf } from './fit.ts';
import { useParts } from './parts.ts';

const WORDS = { width: 88, most: [5, 3.6], least: 2.2 } as const;

/** The place is always there, so that a screen reader notices what comes into it. */
export function Announcement({ text }: { readonly text: string | null }) {
  const { words } = useParts();
  return (
    <div role="status" class="announcements">
      {text !== null && (
        <div class="announcement" key={text}>
          <p class="label">{words.message}</p>
          <p class="words" style={{ '--size': String(sizeOf(text, WORDS)) }}>
            <bdi>{text}</bdi>
          </p>
        </div>
      )}
    </div>
  );
}
