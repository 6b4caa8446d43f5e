/** Words that say how a recording is sold, not which song it is; for titles as people type them and for names of files. */
import { fold } from './fold.ts';

/** One text for each language or two, its phrases between commas. */
export const listed = (...languages: readonly string[]): readonly string[] =>
  languages.flatMap((words) => words.split(', '));

/** As they are spelt. "live", "remix" and "acoustic" are another version of the song, and so are not here. */
export const KARAOKE = listed(
  'karaoke, karaoke version, karaokeversion, karaoke video, instrumental, instrumental version, playback, backing track',
  'backing version, sing along, singalong, minus one, no vocal, no vocals, without vocals, off vocal',
  'lyric video, lyrics video, with lyrics',
  'караоке, караоке версия, инструментал, минус, минусовка, минус один, бэк, бек, бэк-вокал, бэк-вокалом, с бэк-вокалом',
  'с бэком, бэки, с бэками, без бэка, задавка, плейбек, плейбэк, синбек',
  'karaokê, karaoke com letra, versão karaokê, com letra, versión karaoke, pista karaoke, con letra',
  'instrumentalversion, halbplayback, zum mitsingen, karaoké, version karaoké, avec paroles, version instrumentale',
  '卡拉ok, 卡拉ok版, ktv, ktv版, 伴奏, 伴奏版, 纯伴奏, 純伴奏, 消音版',
  'カラオケ, カラオケ版, カラオケバージョン, オフボーカル, ガイドなし, ガイド無し, 歌詞付き, 歌詞付',
  '노래방, 노래방 버전, 반주, mr, 엠알, 가라오케, tj노래방, tj 노래방, ky노래방, 금영노래방, ky 금영',
);

/** What stands before the artist whose recording the singer knows. */
export const IN_THE_STYLE_OF = listed(
  'in the style of, made famous by, as made famous by, made popular by, as made popular by, popularized by, as sung by',
  'originally performed by, as performed by, originally by, originally recorded by',
  'в стила на, по стила на, в стиле, al estilo de, ao estilo de, no estilo de, im stil von',
  'dans le style de, à la manière de, popularisé par',
);

/** What may keep a karaoke word company without making a bracket worth keeping: "(Karaoke Version with Lyrics)". */
export const COMPANY = listed(
  'version, versión, versão, edition, video, track, with, lyrics, lyric, official, full, ver, hd, hq, 4k, 1',
  'версия, с, текст, текстом, mit, text, con, com, letra, avec, 版, tj, ky',
);

const NOT_WITHIN_A_WORD = '(?<![\\p{L}\\p{N}])';
const AT_ITS_END = '(?![\\p{L}\\p{N}\\p{M}])';

/** Finds any of `phrases` as whole words, the longest first, as they are spelt here or folded (see fold.ts), in any case. */
export function anyOf(phrases: readonly string[], flags: 'gu' | 'giu'): RegExp {
  const spellings = [...new Set([...phrases, ...phrases.map(fold)])].toSorted((a, b) => b.length - a.length);
  const patterns = spellings.map((phrase) => phrase.replaceAll(/[ -]/g, '[ -]+'));
  return new RegExp(`${NOT_WITHIN_A_WORD}(?:${patterns.join('|')})${AT_ITS_END}`, flags);
}
