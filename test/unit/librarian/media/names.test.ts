import { describe, expect, test } from '@jest/globals';
import { tell } from '../../../../src/librarian/media/names.ts';
import type { Naming } from '../../../../src/party/naming.ts';

type Row = readonly [stem: string, artist: string | null, title: string, discId?: string];

function table(naming: Naming, rows: readonly Row[]): void {
  test.each(rows.map((row) => [row[0], row] as const))('%s', (stem, [, artist, title, discId = null]) => {
    expect(tell(stem, naming)).toEqual({ artist, title, discId });
  });
}

describe('artist and title', () => {
  table('auto', [
    ['Queen - Bohemian Rhapsody', 'Queen', 'Bohemian Rhapsody'],
    ['AC-DC - Hells Bells', 'AC-DC', 'Hells Bells'],
    ['Jay-Z - 99 Problems', 'Jay-Z', '99 Problems'],
    ['Queen – Innuendo', 'Queen', 'Innuendo'],
    ['Queen -Innuendo', 'Queen', 'Innuendo'],
    ['AC-DC- Hells Bells', 'AC-DC', 'Hells Bells'],
    ['Queen-Bohemian Rhapsody', 'Queen', 'Bohemian Rhapsody'],
    ['Queen_-_Bohemian_Rhapsody', 'Queen', 'Bohemian Rhapsody'],
    ['  Queen   -   Radio  Ga Ga ', 'Queen', 'Radio Ga Ga'],
    ['Eagles - Hotel California - Live', 'Eagles', 'Hotel California - Live'],
    ['ABBA - Medley - Waterloo - SOS', 'ABBA', 'Medley - Waterloo - SOS'],
    ['Jean-Michel Jarre - Oxygène', 'Jean-Michel Jarre', 'Oxygène'],
    ['Beyonce\u0301 - Halo', 'Beyoncé', 'Halo'],
    ['Щурците - Клетва', 'Щурците', 'Клетва'],
    ['周杰倫 - 晴天', '周杰倫', '晴天'],
    ['The 1975 - Chocolate', 'The 1975', 'Chocolate'],
    ['3 Doors Down - Kryptonite', '3 Doors Down', 'Kryptonite'],
    ['10,000 Maniacs - Because the Night', '10,000 Maniacs', 'Because the Night'],
    ['Nena - 99 Luftballons', 'Nena', '99 Luftballons'],
  ]);
});

describe('disc ids and track numbers', () => {
  table('auto', [
    ['SC8125-07 - Queen - Innuendo', 'Queen', 'Innuendo', 'SC8125-07'],
    ['SF123-04 - Queen - Innuendo', 'Queen', 'Innuendo', 'SF123-04'],
    ['LG012 - 05 - Queen - Innuendo', 'Queen', 'Innuendo', 'LG012-05'],
    ['SF 123 - Queen - Innuendo', 'Queen', 'Innuendo', 'SF123'],
    ['sc8125-7 - Queen - Innuendo', 'Queen', 'Innuendo', 'SC8125-07'],
    ['SF123-04 Queen - Innuendo', 'Queen', 'Innuendo', 'SF123-04'],
    ['SC8125-07-Queen-Bohemian Rhapsody', 'Queen', 'Bohemian Rhapsody', 'SC8125-07'],
    ['SC8125-07 - Bohemian Rhapsody', null, 'Bohemian Rhapsody', 'SC8125-07'],
    ['Queen - Innuendo - SC8125-07', 'Queen', 'Innuendo', 'SC8125-07'],
    ['THMC 0804-05 - Toto - Africa', 'Toto', 'Africa', 'THMC0804-05'],
    ['01 - Abba - Waterloo', 'Abba', 'Waterloo'],
    ['12. Abba - Waterloo', 'Abba', 'Waterloo'],
    ['7 - Abba - Waterloo', 'Abba', 'Waterloo'],
    ['07 Waterloo', null, 'Waterloo'],
    ['UB40 - Red Red Wine', 'UB40', 'Red Red Wine'],
    ['UB40 - Kingston Town - Live', 'UB40', 'Kingston Town - Live'],
    ['SC1234-01 - UB40 - Kingston Town', 'UB40', 'Kingston Town', 'SC1234-01'],
    ['Blink-182 - All The Small Things', 'Blink-182', 'All The Small Things'],
    ['Maroon 5 - Sugar - Acoustic', 'Maroon 5', 'Sugar - Acoustic'],
    ['Energy 52 - Café del Mar - Remixes', 'Energy 52', 'Café del Mar - Remixes'],
    ['Sum 41 - Fat Lip', 'Sum 41', 'Fat Lip'],
    ['311 - Amber', '311', 'Amber'],
  ]);
});

describe('karaoke words go, versions stay', () => {
  table('auto', [
    ['Adele - Hello (Karaoke Version)', 'Adele', 'Hello'],
    ['Adele - Hello [Karaoke]', 'Adele', 'Hello'],
    ['Adele - Hello (Karaoke', 'Adele', 'Hello'],
    ['Adele - Hello karaoke', 'Adele', 'Hello'],
    ['Adele - Hello - Karaoke', 'Adele', 'Hello'],
    ['Karaoke - Adele - Hello', 'Adele', 'Hello'],
    ['Adele - Hello (Instrumental)', 'Adele', 'Hello'],
    ['Adele - Hello (Zoom Karaoke)', 'Adele', 'Hello'],
    ['Adele - Hello - Sunfly Karaoke', 'Adele', 'Hello'],
    ['Adele - Hello (Acoustic Karaoke Version)', 'Adele', 'Hello (Acoustic)'],
    ['Adele - Hello (Live)', 'Adele', 'Hello (Live)'],
    ['Adele - Hello (Remix)', 'Adele', 'Hello (Remix)'],
    ['Adele - Hello (2011 Remaster)', 'Adele', 'Hello (2011 Remaster)'],
    ['Adele - Hello (Acoustic)', 'Adele', 'Hello (Acoustic)'],
    ['Adele - Hello (Official Video) [HD]', 'Adele', 'Hello'],
    ['Adele - Hello (with Lyrics)', 'Adele', 'Hello'],
    ['Drake - Karaoke', 'Drake', 'Karaoke'],
    ['Hello - Karaoke Version', null, 'Hello'],
    ['Blue Man Group - Sing Along', 'Blue Man Group', 'Sing Along'],
    ['The Killers - Mr. Brightside', 'The Killers', 'Mr. Brightside'],
    ['Щурците - Клетва (Караоке)', 'Щурците', 'Клетва'],
    ['Лили Иванова - Ветрове - караоке версия', 'Лили Иванова', 'Ветрове'],
    ['Кино - Группа крови (минус)', 'Кино', 'Группа крови'],
    ['Кино - Группа крови минус', 'Кино', 'Группа крови'],
    ['Земфира - Искала (с бэк-вокалом)', 'Земфира', 'Искала'],
    ['Земфира - Искала (минусовка с бэком)', 'Земфира', 'Искала'],
    ['Танцы Минус - Половинка', 'Танцы Минус', 'Половинка'],
    ['Полина Гагарина - Плюс минус', 'Полина Гагарина', 'Плюс минус'],
    ['Ivete Sangalo - Festa (Versão Karaokê)', 'Ivete Sangalo', 'Festa'],
    ['Shakira - Waka Waka (Versión Karaoke)', 'Shakira', 'Waka Waka'],
    ['Helene Fischer - Atemlos (Karaokeversion)', 'Helene Fischer', 'Atemlos'],
    ['Édith Piaf - La vie en rose (Version Karaoké)', 'Édith Piaf', 'La vie en rose'],
    ['周杰倫 - 晴天【伴奏】', '周杰倫', '晴天'],
    ['邓丽君 - 月亮代表我的心（卡拉OK）', '邓丽君', '月亮代表我的心'],
    ['米津玄師 - Lemon【カラオケ】', '米津玄師', 'Lemon'],
    ['아이유 - 좋은 날 (노래방)', '아이유', '좋은 날'],
    ['IU - Good Day MR', 'IU', 'Good Day'],
  ]);
});

describe('who is named behind the title', () => {
  table('auto', [
    ['Hello (In the Style of Adele)', 'Adele', 'Hello'],
    ['Hello (In the Style of Adele) [Karaoke Version]', 'Adele', 'Hello'],
    ['Hello - In the Style of Adele (Karaoke)', 'Adele', 'Hello'],
    ['SC8125-07 - Hello (Made Famous By Adele)', 'Adele', 'Hello', 'SC8125-07'],
    ['Party Tyme Karaoke - Hello (Made Popular By Adele)', 'Adele', 'Hello'],
    ['Zoom Karaoke - Hello (Originally Performed by Adele)', 'Adele', 'Hello'],
    ['Hello (in the style of) - Adele', 'Adele', 'Hello'],
    ['Клетва (в стила на Щурците)', 'Щурците', 'Клетва'],
    ['Roses - Imanbek Remix (In the Style of Saint Jhn)', 'Saint Jhn', 'Roses - Imanbek Remix'],
    ['Un-Break My Heart (In the Style of Toni Braxton)', 'Toni Braxton', 'Un-Break My Heart'],
    ['Walk the Dinosaur (In the Style of Was (Not Was)) [Karaoke]', 'Was (Not Was)', 'Walk the Dinosaur'],
    ['LG012 - 05 - Hello (In the Style of Adele)', 'Adele', 'Hello', 'LG012-05'],
    ['Adele - Hello (In the Style of Adele)', 'Adele', 'Hello'],
    ['Stand by Me (by Ben E. King)', 'Ben E. King', 'Stand by Me'],
    ['Ben E. King - Stand by Me', 'Ben E. King', 'Stand by Me'],
    ['Stand by Me', null, 'Stand by Me'],
  ]);
});

describe('how artists are written', () => {
  table('auto', [
    ['Joel, Billy - Piano Man', 'Billy Joel', 'Piano Man'],
    ['Lennox, Annie - Why', 'Annie Lennox', 'Why'],
    ['King, Ben E. - Stand by Me', 'Ben E. King', 'Stand by Me'],
    ['Grover Washington, Jr. - Just the Two of Us', 'Grover Washington, Jr.', 'Just the Two of Us'],
    ['Beatles, The - Help!', 'The Beatles', 'Help!'],
    ['Пугачева, Алла - Миллион алых роз', 'Алла Пугачева', 'Миллион алых роз'],
    ['Earth, Wind & Fire - September', 'Earth, Wind & Fire', 'September'],
    ['Crosby, Stills & Nash - Marrakesh Express', 'Crosby, Stills & Nash', 'Marrakesh Express'],
    ['Crosby, Stills, Nash & Young - Ohio', 'Crosby, Stills, Nash & Young', 'Ohio'],
    ['Peter, Paul and Mary - Puff', 'Peter, Paul and Mary', 'Puff'],
    ['Tyler, The Creator - Earfquake', 'Tyler, The Creator', 'Earfquake'],
    ['Elton John, Dua Lipa - Cold Heart', 'Elton John, Dua Lipa', 'Cold Heart'],
    ['Queen feat. David Bowie - Under Pressure', 'Queen feat. David Bowie', 'Under Pressure'],
    ['Rihanna ft. Drake - Work', 'Rihanna ft. Drake', 'Work'],
    ['David Bowie - "Heroes"', 'David Bowie', 'Heroes'],
    ['Кино - «Группа крови»', 'Кино', 'Группа крови'],
    ['"Weird Al" Yankovic - Eat It', '"Weird Al" Yankovic', 'Eat It'],
    ["Eminem - 'Till I Collapse", 'Eminem', "'Till I Collapse"],
    ['米津玄師「Lemon」', '米津玄師', 'Lemon'],
    ['【カラオケ】Lemon／米津玄師', '米津玄師', 'Lemon'],
    ['周杰倫 - 《晴天》', '周杰倫', '晴天'],
  ]);
});

describe('what downloaders add', () => {
  table('auto', [
    ['Rick Astley - Never Gonna Give You Up---dQw4w9WgXcQ', 'Rick Astley', 'Never Gonna Give You Up'],
    ['Rick Astley - Never Gonna Give You Up [dQw4w9WgXcQ]', 'Rick Astley', 'Never Gonna Give You Up'],
    ['Rick Astley - Never Gonna Give You Up (Official Video) [dQw4w9WgXcQ]', 'Rick Astley', 'Never Gonna Give You Up'],
    ['Muse - Uprising [Alternative]', 'Muse', 'Uprising [Alternative]'],
  ]);
});

describe('a name that no rule understands is the title', () => {
  table('auto', [
    ['Waterloo', null, 'Waterloo'],
    ['Anti-Hero', null, 'Anti-Hero'],
    ['Blink-182', null, 'Blink-182'],
    ['Ob-La-Di, Ob-La-Da', null, 'Ob-La-Di, Ob-La-Da'],
    ['SC8125-07', null, 'SC8125-07'],
    ['track03', null, 'track03'],
    ['99 Luftballons', null, '99 Luftballons'],
    ['---', null, '---'],
    ['(Karaoke)', null, '(Karaoke)'],
    ['[dQw4w9WgXcQ]', null, '[dQw4w9WgXcQ]'],
    ['\u202Eevil\u0007 - na\u200Bme', 'evil', 'name'],
    ['\u200B', null, ''],
  ]);

  test('at most 300 characters of it, and no half of one', () => {
    expect(tell('x'.repeat(400), 'auto').title).toBe('x'.repeat(300));
    expect(tell(`${'x'.repeat(299)}🎤`, 'auto').title).toBe('x'.repeat(299));
  });
});

describe('by the order chosen for a folder', () => {
  describe('artist-title', () => {
    table('artist-title', [
      ['UB40 - Kingston Town - Live', 'UB40', 'Kingston Town - Live'],
      ['SC12-01 - Some Band - Song', 'SC12-01', 'Some Band - Song'],
      ['Hello', null, 'Hello'],
    ]);
  });
  describe('title-artist', () => {
    table('title-artist', [
      ['Hello (Karaoke) - Adele', 'Adele', 'Hello'],
      ['Love - Hate - Love - Alice in Chains', 'Alice in Chains', 'Love - Hate - Love'],
    ]);
  });
  describe('disc-artist-title', () => {
    table('disc-artist-title', [
      ['SC8125-07 - Queen - Innuendo', 'Queen', 'Innuendo', 'SC8125-07'],
      ['My Disc 3 - UB40 - Kingston Town', 'UB40', 'Kingston Town', 'My Disc 3'],
      ['LG012 - 05 - Queen - Innuendo', 'Queen', 'Innuendo', 'LG012-05'],
      ['SC8125-07 - Innuendo', null, 'Innuendo', 'SC8125-07'],
      ['Queen - Innuendo', 'Queen', 'Innuendo'],
    ]);
  });
  describe('disc-title-artist', () => {
    table('disc-title-artist', [['SC8125-07 - Innuendo - Queen', 'Queen', 'Innuendo', 'SC8125-07']]);
  });
  describe('artist-title-disc', () => {
    table('artist-title-disc', [['Queen - Innuendo - SC8125', 'Queen', 'Innuendo', 'SC8125']]);
  });
  describe('title-artist-disc', () => {
    table('title-artist-disc', [['Innuendo - Queen - SC8125-07', 'Queen', 'Innuendo', 'SC8125-07']]);
  });
  describe('disc_title_artist', () => {
    table('disc_title_artist', [
      ['SC8125-07_Bohemian Rhapsody_Queen', 'Queen', 'Bohemian Rhapsody', 'SC8125-07'],
      ['SC8125-07_Hello - Goodbye_Beatles, The', 'The Beatles', 'Hello - Goodbye', 'SC8125-07'],
    ]);
  });
});
