/** Where the focus goes when what had it is gone: a song taken out of the line takes its button with it. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/**
 * For the part that holds what comes and goes: what else the same row offers has the focus then, or the heading, without a
 * jump for those who look.
 */
export function useFocusKept(): RefObject<HTMLElement | null> {
  const part = useRef<HTMLElement>(null);
  const last = useRef<{ readonly what: Element; readonly row: Element | null } | null>(null);
  useEffect(() => {
    const shown = part.current;
    const focused = ({ target }: FocusEvent): void => {
      last.current = target instanceof Element ? { what: target, row: target.closest('li') } : null;
    };
    shown?.addEventListener('focusin', focused);
    return () => {
      shown?.removeEventListener('focusin', focused);
    };
  }, []);
  useLayoutEffect(() => {
    const lost = last.current;
    if (!lost || lost.what.isConnected || document.activeElement !== document.body) return;
    const beside = lost.row?.isConnected === true ? lost.row.querySelector<HTMLElement>('a, button') : null;
    const heading = part.current?.querySelector<HTMLElement>('h2');
    if (heading) heading.tabIndex = -1;
    last.current = null;
    (beside ?? heading)?.focus({ preventScroll: true });
  });
  return part;
}
