/** What a name tells. Texts are in NFC, with single blanks, visible, and have at most 300 characters. */
export interface Told {
  /** null when no rule understood the name, and then `title` is all of it. */
  readonly artist: string | null;
  /** Empty only when nothing in the name can be seen. */
  readonly title: string;
  /** As discs are quoted: "SC8125-07". */
  readonly discId: string | null;
}
