/** What of a file's name is about the file and not about the song: karaoke words, "Official Video", ids of videos. */
import { fold } from '../../party/fold.ts';
import { anyOf, COMPANY, KARAOKE, listed } from '../../party/karaoke_words.ts';

/** What downloads have in brackets. */
const NOISE = listed(
  'official video, official music video, official audio, official lyric video, music video, official, lyrics, lyric',
  'video, audio, hd, hq, 4k, 1080p, 720p, mv, letra, текст, клип, видео, официальное видео, официален видеоклип',
  'официално видео, 歌詞, 字幕, 가사',
);
/** What makes it another version of the song, which stays. */
const VERSION = listed(
  'live, remix, mix, remaster, remastered, acoustic, unplugged, duet, edit, demo, reprise, remake, orchestral, piano',
  'medley, cover, radio, extended, slow, акустика, на живо, ремикс, дует, дуэт, acústico, en vivo, ao vivo, akustik',
);
/** These are also words of songs, so they count in brackets of their own and not at the end of a title. */
const ALSO_WORDS = new Set(listed('mr, playback, бек, ktv, sing along, singalong, lyric video'));
const AT_THE_END = KARAOKE.filter((word) => !ALSO_WORDS.has(word));

const KARAOKE_WORD = anyOf(KARAOKE, 'giu');
const NOISE_WORD = anyOf([...KARAOKE, ...NOISE], 'giu');
const COMPANY_WORD = anyOf([...COMPANY, ...NOISE], 'giu');
const VERSION_WORD = anyOf(VERSION, 'giu');
/** A word that is only ever about karaoke: what stands beside it in brackets is whose karaoke it is. */
const PLAIN_KARAOKE = anyOf(['karaoke', 'karaokê', 'karaoké', 'караоке', 'カラオケ', '卡拉ok', '노래방'], 'giu');
const TRAILING = new RegExp(
  `\\s+(?:${anyOf(AT_THE_END, 'giu').source}|MR)(?:\\s+${anyOf(COMPANY, 'giu').source})*[\\s.!]*$`,
  'iu',
);
/** Looked at before the expression above is, which takes ten times as long to say no. */
const LAST_WORDS = new Set(
  [...AT_THE_END, ...COMPANY, 'mr'].flatMap((words) => [lastWord(words), fold(lastWord(words))]),
);

const BRACKET = /[([{【「『《（［]([^()[\]{}【】「」『』《》（）［］]*)(?:[)\]}】」』》）］]|$)/gu;
const ANY_BRACKET = /[([{【「『《（［]/u;
const LETTER = /[\p{L}\p{N}]/u;

function lastWord(text: string): string {
  return text
    .slice(text.lastIndexOf(' ') + 1)
    .replace(/[.!]+$/, '')
    .toLowerCase();
}

const has = (pattern: RegExp, text: string): boolean => text.search(pattern) >= 0;

/** `text` without the brackets that say how the recording is sold; "(Acoustic Karaoke Version)" becomes "(Acoustic)". */
export function withoutNoisyBrackets(text: string): string {
  if (!ANY_BRACKET.test(text)) return text;
  return text.replace(BRACKET, (bracket, inside: string) => {
    if (!has(NOISE_WORD, inside)) return bracket;
    const rest = inside.replace(KARAOKE_WORD, ' ').replace(/\s+/gu, ' ').trim();
    if (!LETTER.test(rest.replace(COMPANY_WORD, ' '))) return ' ';
    if (!has(KARAOKE_WORD, inside)) return bracket;
    if (has(VERSION_WORD, rest)) return `(${rest})`;
    return has(PLAIN_KARAOKE, inside) ? ' ' : bracket;
  });
}

/** `part` without karaoke words at its end, unless nothing else would be left ("Sing Along", "Karaoke"). */
export function withoutKaraokeEnd(part: string): string {
  if (!LAST_WORDS.has(lastWord(part)) || /плюс\s+минус$/iu.test(part)) return part;
  const bare = part.replace(TRAILING, '').trim();
  return LETTER.test(bare) ? bare : part;
}

/** Whether a part between delimiters says nothing but that this is karaoke, or whose: "Karaoke Version", "Zoom Karaoke". */
export function isKaraokePart(part: string): boolean {
  if (!has(KARAOKE_WORD, part)) return false;
  if (has(PLAIN_KARAOKE, part)) return !has(VERSION_WORD, part);
  return !LETTER.test(part.replace(KARAOKE_WORD, ' ').replace(COMPANY_WORD, ' '));
}

/** "Hello - Karaoke Version" names no artist; "Drake - Karaoke" does, and "Blue Man Group - Sing Along". */
export function isKaraokeVersion(part: string): boolean {
  return /vers|верси|版|バージョン/iu.test(part) && isKaraokePart(part);
}

/** The eleven characters by which YouTube knows a video, as downloaders write them behind a name. */
const VIDEO_ID = /(?:---|\s*\[|\s+\()([\w-]{11})[\])]?$/;
/** "[Alternative]" has eleven letters too; an id is a mixture. */
const MIXTURE = /\d|[a-z][A-Z]|[-_]|[A-Z]{2}[a-z]/;

export function withoutVideoId(text: string): string {
  const found = VIDEO_ID.exec(text);
  if (found === null || found.index === 0 || !MIXTURE.test(found[1] ?? '')) return text;
  return text.slice(0, found.index);
}
