/** Who sings what, by the name of a file. A name that no rule understands is a title: no file is ever lost. */
import { fold } from '../../party/fold.ts';
import type { Naming } from '../../party/naming.ts';
import { isKaraokePart, isKaraokeVersion, withoutKaraokeEnd, withoutNoisyBrackets, withoutVideoId } from './asides.ts';
import { takeAttribution } from './attribution.ts';
import type { Attributed } from './attribution.ts';
import { looksLikeId, quoteDiscId, splitLeadingId } from './disc_id.ts';
import { inOrder, TITLE_DELIMITER } from './orders.ts';
import type { Ordered } from './orders.ts';
import { partsAtBlanks, partsOf } from './parts.ts';
import { singleBlanks, tidy, uninverted, withoutQuotes } from './spelling.ts';
import type { Told } from './told.ts';

/** What `stem`, a file's name without its extension, tells by the order chosen for its folder. */
export function tell(stem: string, naming: Naming): Told {
  const whole = tidy(stem);
  const ordered = naming === 'disc_title_artist' ? byUnderscores(whole) : byDelimiters(whole, naming);
  const title = tidy(withoutQuotes(ordered.title));
  const artist = ordered.artist === null ? '' : tidy(uninverted(withoutQuotes(ordered.artist)));
  if (title === '') return { artist: null, title: whole, discId: ordered.discId };
  return { artist: artist === '' ? null : artist, title, discId: ordered.discId };
}

function byUnderscores(whole: string): Ordered {
  const parts = whole.split('_').map((part) => withoutKaraokeEnd(withoutNoisyBrackets(part).trim()));
  return inOrder(
    parts.filter((part) => part !== ''),
    'disc-title-artist',
  );
}

function byDelimiters(whole: string, naming: Exclude<Naming, 'disc_title_artist'>): Ordered {
  const words = singleBlanks(withoutVideoId(whole).replaceAll('_', ' '));
  const attributed = takeAttribution(withoutNoisyBrackets(words));
  const text = withoutNoisyBrackets(attributed.text).trim();
  const { id, rest } = naming === 'auto' || naming === 'tags' ? splitLeadingId(text) : { id: null, rest: text };
  const ordered =
    attributed.told === 'surely'
      ? titleOf(partsAtBlanks(rest), attributed.artist)
      : attribute(inOrder(songParts(rest), naming === 'tags' ? 'auto' : naming), attributed);
  return { ...ordered, discId: id ?? ordered.discId };
}

/** Parts without karaoke words; whole parts go only while an artist and a title are left. */
function songParts(text: string): string[] {
  const parts = partsOf(text);
  while (parts.length > 2 && isKaraokePart(parts.at(-1) ?? '')) parts.pop();
  while (parts.length > 2 && isKaraokePart(parts[0] ?? '')) parts.shift();
  if (parts.length === 2 && isKaraokeVersion(parts[1] ?? '')) parts.pop();
  // "Танцы Минус" is a band: in front of a delimiter such a word is a part of a name.
  return parts.map((part, at) => (at === 0 && parts.length > 1 ? part : withoutKaraokeEnd(part)));
}

/** Where the artist is named behind the title, all in front is title, but for ids, who made the recording, and the artist again. */
function titleOf(parts: readonly string[], artist: string | null): Ordered {
  let ids = 0;
  while (parts.length - ids > 1 && looksLikeId(parts[ids] ?? '')) ids += 1;
  const others = parts.slice(ids);
  const isNoTitle = (part: string): boolean => isKaraokePart(part) || fold(part) === fold(artist ?? '');
  while (others.length > 1 && isNoTitle(others[0] ?? '')) others.shift();
  while (others.length > 1 && isNoTitle(others.at(-1) ?? '')) others.pop();
  const title = others.map(withoutKaraokeEnd).join(TITLE_DELIMITER);
  return { artist, title, discId: quoteDiscId(parts.slice(0, ids)) };
}

/** What a bracket in an otherwise ordered name adds. */
function attribute(ordered: Ordered, { artist, told }: Attributed): Ordered {
  switch (told) {
    case 'not':
      return ordered;
    case 'surely':
    case 'perhaps':
      return ordered.artist === null || fold(ordered.artist) === fold(artist ?? '') ? { ...ordered, artist } : ordered;
    case 'order':
      return ordered.artist === null ? ordered : { ...ordered, artist: ordered.title, title: ordered.artist };
  }
}
