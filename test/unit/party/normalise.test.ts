import { describe, expect, test } from '@jest/globals';
import { artistKey, indexWords, normalise, searchWords, songKey, titleKey } from '../../../src/party/normalise.ts';

describe('words', () => {
  test.each([
    ['Beyoncé', 'beyonce'],
    ['Måneskin', 'maneskin'],
    ['Tiësto', 'tiesto'],
    ['Motörhead', 'motorhead'],
    ['MØ', 'mo'],
    ['Sigur Rós', 'sigur ros'],
    ['Łąki Łan', 'laki lan'],
    ['Die Ärzte', 'die arzte'],
    ['Weiß', 'weiss'],
    ['WEISS', 'weiss'],
    ['Đorđe Balašević', 'dorde balasevic'],
    ['Sœur Æon', 'soeur aeon'],
    ['Tarkan Şımarık İSTANBUL', 'tarkan simarik istanbul'],
    ['Всё идёт по плану', 'все идет по плану'],
    ['Той мой', 'тои мои'],
    ['Ελένη', 'ελενη'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['ＡＢＢＡ', 'abba'],
    ["Guns N' Roses", 'guns and roses'],
    ["LIVIN' ON A PRAYER", 'livin on a prayer'],
    ['Don’t Stop Me Now', 'dont stop me now'],
    ['Sinéad O´Connor', 'sinead oconnor'],
    ['AC/DC', 'ac dc'],
    ['Blink-182', 'blink 182'],
    ['R.E.M.', 'rem'],
    ['t.A.T.u.', 'tatu'],
    ['T.I.', 'ti'],
    ['N*E*R*D', 'nerd'],
    ['P!nk', 'pink'],
    ['Ke$ha', 'kesha'],
    ['Ty Dolla $ign', 'ty dolla sign'],
    ['*Nsync', 'nsync'],
    ['HA! HA! SAID THE CLOWN', 'ha ha said the clown'],
    ['Simon & Garfunkel', 'simon and garfunkel'],
    ['Тодор и Ивана', 'тодор and ивана'],
    ["Rock'n'Roll", 'rock and roll'],
    ["rock 'n' roll", 'rock and roll'],
    ['R&B', 'r and b'],
    ['T N T', 't n t'],
    ['10:35', '10 35'],
    ['  tabs\tand   blanks ', 'tabs and blanks'],
    ['Zero\u200Bwidth so\u00ADft', 'zerowidth soft'],
    ['???', ''],
  ])('%s is read as "%s"', (text, words) => {
    expect(normalise(text)).toBe(words);
  });

  test('marks of other scripts are letters: か is not が, and both are written as one character', () => {
    expect(normalise('が')).toBe('が');
    expect(normalise('か')).not.toBe(normalise('が'));
    expect(normalise('ガ'.normalize('NFD'))).toBe('ガ');
    expect(normalise('사랑'.normalize('NFD'))).toBe('사랑');
  });

  test('a composed and a decomposed spelling are the same', () => {
    for (const text of ['Beyoncé', 'Щурците й', 'Motörhead'])
      expect(normalise(text.normalize('NFD'))).toBe(normalise(text.normalize('NFC')));
  });

  test('normalising twice changes nothing', () => {
    const names = ['P!nk', "Guns N' Roses", 'R.E.M.', 'AC/DC', 'Тодор & Ивана', 'ガガ', 'MONEY$ TOO TIGHT', 'Weiß'];
    for (const name of names) expect(normalise(normalise(name))).toBe(normalise(name));
  });

  test('a search looks for each word once', () => {
    expect(searchWords('GIMME! GIMME! GIMME!')).toEqual(['gimme']);
  });

  test('what marks hold together is found in pieces and in one piece', () => {
    expect(indexWords('AC/DC')).toEqual(['ac', 'dc', 'acdc']);
    expect(indexWords('a-ha')).toEqual(['a', 'ha', 'aha']);
    expect(indexWords('Jay-Z & Linkin Park')).toEqual(['jay', 'z', 'and', 'linkin', 'park', 'jayz']);
  });
});

describe('keys', () => {
  const sameArtist = [
    ['AC/DC', 'ac dc', 'acdc', 'AC-DC'],
    ['a-ha', 'A-Ha', 'aha', 'a ha'],
    ['R.E.M.', 'REM', 'R.E.M', 'r e m'],
    ['t.A.T.u.', 'T.A.T.U.', 'tatu', 'TATU'],
    ['P!nk', 'Pink', 'PINK'],
    ['The Beatles', 'Beatles', 'beatles, the'],
    ['Earth, Wind & Fire', 'earth wind and fire', 'Earth Wind & Fire'],
    ["Guns N' Roses", 'Guns n Roses', 'guns and roses', 'Guns ’N’ Roses', 'Guns & Roses'],
    ['*NSYNC', "'N Sync", 'nsync'],
    ['Taylor Swift feat. Post Malone', 'Taylor Swift', 'Taylor Swift ft Post Malone', 'taylor swift featuring X'],
    ['Robin Schulz (feat. Francesco Yates)', 'Robin Schulz', 'Robin Schulz feat.Francesco Yates'],
    ['Blink-182', 'blink182', 'Blink 182'],
    ['Florence & The Machine', 'Florence and the Machine'],
    ['Тодор и Ивана', 'Тодор & Ивана'],
  ];
  test.each(sameArtist)('%s has one key however it is typed', (...spellings) => {
    expect(new Set(spellings.map(artistKey)).size).toBe(1);
  });

  const sameTitle = [
    ['BOHEMIAN RHAPSODY', 'Bohemian Rhapsody (Karaoke)', 'Bohemian Rhapsody [Karaoke Version]'],
    ['Africa', 'Africa (In the Style of Toto)', 'Africa (Instrumental)', 'Africa (Karaoke Version with Lyrics)'],
    ['Africa', 'Africa (Made Famous by Toto) [Karaoke]', 'Africa (Karaoke'],
    ['Лудо младо', 'Лудо младо (караоке)', 'Лудо младо (минус)', 'Лудо младо [плейбек]', 'Лудо младо (инструментал)'],
    ['The Winner Takes It All', 'Winner Takes It All', 'Winner Takes It All, The'],
    ['A Hard Day’s Night', "Hard Day's Night"],
    ['ABC', 'A B C', 'A.B.C.'],
    ['Halo (feat. Nobody)', 'Halo ft. Nobody', 'HALO'],
    ['Help (Live)', 'Help [live]', 'Help! (Live) (feat. Nobody)', 'Help feat. Nobody (Live)'],
    ['Hurt (Acoustic Karaoke)', 'Hurt (Acoustic)'],
    ["I 'M WONDERING", "I'm wondering"],
  ];
  test.each(sameTitle)('%s has one key however it is sold', (...spellings) => {
    expect(new Set(spellings.map(titleKey)).size).toBe(1);
  });

  test('live, remix and acoustic versions are other songs', () => {
    const versions = ['Call On Me', 'Call On Me (Live)', 'Call On Me (Ryan Riback Remix)', 'Call On Me (Acoustic)'];
    expect(new Set(versions.map(titleKey)).size).toBe(versions.length);
  });

  test('a name that is only an article, a karaoke word or "feat" keeps its words', () => {
    expect(titleKey('The')).toBe('the');
    expect(artistKey('The The')).toBe('the');
    expect(titleKey('(Karaoke)')).toBe('karaoke');
    expect(artistKey('Little Feat')).toBe('littlefeat');
    expect(titleKey('Ft. Worth Blues')).toBe('ftworthblues');
    expect(titleKey('Defeat the day')).toBe('defeattheday');
    expect(titleKey('Instrumental Break')).toBe('instrumentalbreak');
  });

  test.each(['???', '♥', '!!!', '***', '÷'])('%s has no word and still has a key of its own', (name) => {
    expect(titleKey(name)).not.toBe('');
    expect(titleKey(name)).not.toBe(titleKey(`${name}-`));
  });

  test('a song’s key tells artist and title apart', () => {
    expect(songKey('Queen', 'Bohemian Rhapsody')).toBe(songKey('QUEEN', 'bohemian rhapsody (Karaoke)'));
    expect(songKey('Heart', 'Alone')).not.toBe(songKey('Alone', 'Heart'));
    expect(songKey('AB', 'C')).not.toBe(songKey('A', 'BC'));
  });
});
