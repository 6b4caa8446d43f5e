import { strangerBy } from './evening/stranger.ts';
import type { Stranger } from './evening/state.ts';

/** Takes the place of the form that works without scripts, with what somebody has typed into it by now. */
export interface Taken {
  readonly page: HTMLElement;
  readonly typed: { readonly name: string; readonly code: string; readonly song: string };
  /** Whom the phone remembered when it asked for this page: the answer has made it forget them. */
  readonly stranger: Stranger | null;
}

export function takeOver(): Taken {
  const page = document.getElementById('page') ?? document.body;
  const typedInto = (name: string): string =>
    page.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? '';
  const typed = { name: typedInto('name'), code: typedInto('code'), song: typedInto('song') };
  const refused = page.querySelector<HTMLElement>('[data-stranger]')?.dataset['stranger'];
  const stranger = refused === undefined ? null : strangerBy({ word: refused, name: typed.name });
  const wasTyping = document.activeElement?.matches('input[name="song"]') === true;
  page.replaceChildren();
  // The page is drawn in this same task; the keyboard of a phone stays open.
  if (wasTyping) queueMicrotask(() => page.querySelector<HTMLInputElement>('#song')?.focus());
  return { page, typed, stranger };
}
