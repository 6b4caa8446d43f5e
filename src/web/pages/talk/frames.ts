/** What a frame says. Pure. Until MODE json is answered the server speaks text: few of its lines can come then. */
import type { Bye, Final, Row, Said } from './said.ts';

export type Frame =
  | { readonly is: 'greeting' }
  | { readonly is: 'full'; readonly retryS: number; readonly text: string }
  | { readonly is: 'bye'; readonly bye: Bye }
  | { readonly is: 'final'; readonly final: Final }
  | { readonly is: 'row'; readonly row: Row }
  | { readonly is: 'event'; readonly said: Said }
  /** No line of KARAOKE/1 in the way it was asked for. */
  | { readonly is: 'unknown' };

export function readFrame(text: string): Frame {
  if (!text.startsWith('{')) return readText(text);
  let said: Final | Row | Said | { readonly t?: undefined };
  try {
    said = JSON.parse(text) as typeof said;
  } catch {
    return { is: 'unknown' };
  }
  switch (said.t) {
    case 'row':
      return { is: 'row', row: said };
    case 'event':
      return said.topic === 'BYE' ? { is: 'bye', bye: byeOf(said) } : { is: 'event', said };
    case 'ok':
    case 'err':
      return { is: 'final', final: said };
    case undefined:
      return { is: 'unknown' };
    // A newer house says more than this page knows.
    default:
      return { is: 'unknown' };
  }
}

const byeOf = ({ reason, text, order, words }: Said<'BYE'>): Bye => ({
  reason: reason as Bye['reason'],
  text,
  order,
  words,
});

function readText(text: string): Frame {
  if (text.startsWith('OK KARAOKE/1')) return { is: 'greeting' };
  const mode = /^OK #(\S+) MODE json/.exec(text);
  if (mode) return { is: 'final', final: { t: 'ok', word: 'MODE', tag: mode[1] ?? null, text: '', mode: 'json' } };
  const full = /^ERR 421 FULL retry=(\d+) (.*)$/.exec(text);
  if (full) return { is: 'full', retryS: Number(full[1]), text: full[2] ?? '' };
  const bye = /^\* BYE (\S+) (.*)$/.exec(text);
  if (bye) return { is: 'bye', bye: { reason: bye[1], text: bye[2] } as Bye };
  return { is: 'unknown' };
}
