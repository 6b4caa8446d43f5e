/** Who sings what, by the name of a file. A name that no rule understands is a title: no file is ever lost. */
import { fold } from '../../party/fold.ts';
import type { Naming } from '../../party/naming.ts';
import { isKaraokePart, isKaraokeVersion, withoutKaraokeEnd, withoutNoisyBrackets, withoutVideoId } from './asides.ts';
import { takeAttribution } from './attribution.ts';
import type { Attributed } from './attribution.ts';
import { splitLeadingId } from './disc_id.ts';
import { inOrder } from './orders.ts';
import type { Ordered } from './orders.ts';
import { partsOf } from './parts.ts';
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
  const ordered = inOrder(songParts(rest), naming === 'tags' ? 'auto' : naming);
  return attribute({ ...ordered, discId: id ?? ordered.discId }, attributed);
}

/** Parts without karaoke words; whole parts go only while an artist and a title are left. */
function songParts(text: string): string[] {
  const parts = partsOf(text);
  while (parts.length > 2 && isKaraokePart(parts.at(-1) ?? '')) parts.pop();
  while (parts.length > 2 && isKaraokePart(parts[0] ?? '')) parts.shift();
  if (parts.length === 2 && isKaraokeVersion(parts[1] ?? '')) parts.pop();
  return parts.map(withoutKaraokeEnd);
}

/** The artist who was named behind the title; one in front of it then is who made the recording. */
function attribute(ordered: Ordered, { artist, told }: Attributed): Ordered {
  switch (told) {
    case 'not':
      return ordered;
    case 'surely':
      return { ...ordered, artist };
    case 'perhaps':
      return ordered.artist === null || fold(ordered.artist) === fold(artist ?? '') ? { ...ordered, artist } : ordered;
    case 'order':
      return ordered.artist === null ? ordered : { ...ordered, artist: ordered.title, title: ordered.artist };
  }
}
