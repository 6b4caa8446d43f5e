/** How many columns of a terminal a text takes: `か` two, `é` one however it is composed, an emoji family two. */

let graphemes: Intl.Segmenter | null = null;
/** Made for the first text that needs it: it takes 30 ms, and most tables and refusals are plain. */
function graphemesOf(text: string): Intl.Segments {
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return graphemes.segment(text);
}

/** A column for each character. */
const PLAIN = /^[ -~]*$/;
/** East Asian Wide and Fullwidth (UAX 11), and what is drawn as an emoji. */
const WIDE =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u;
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemesOf(text)) columns += widthOf(segment);
  return columns;
}

/** `text` in at most `columns`, its end replaced by `…` when it does not fit. */
export function clip(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  let used = 1;
  for (const { segment } of graphemesOf(text)) {
    used += widthOf(segment);
    if (used > columns) break;
    kept += segment;
  }
  return columns > 0 ? `${kept}…` : '';
}

function widthOf(grapheme: string): number {
  if (NO_WIDTH.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}
