/** The first line that a connection hears. */
import { textLine } from './frame.ts';
import { count } from './words.ts';

export type Door =
  | { readonly is: 'party'; readonly name: string; readonly connected: number; readonly waiting: number }
  | { readonly is: 'no-party' }
  /** The house is too busy to say more. */
  | { readonly is: 'busy'; readonly connected: number };

/** `OK KARAOKE/1 Friday at Tosho's: 12 connected, 5 songs waiting. Type HELP`, in text: nobody has said MODE yet. */
export function renderGreeting(door: Door): string {
  return textLine('OK', 'KARAOKE/1', welcome(door), 'Type HELP');
}

function welcome(door: Door): string {
  switch (door.is) {
    case 'party':
      return `${door.name}: ${door.connected} connected, ${count(door.waiting, 'song', 'songs')} waiting.`;
    case 'no-party':
      return 'No party is on. You can still SEARCH and WISH.';
    case 'busy':
      return `Welcome: ${door.connected} connected.`;
  }
}
