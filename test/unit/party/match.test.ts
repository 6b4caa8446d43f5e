import { describe, expect, test } from '@jest/globals';
import { decide, isExactlyHere, isSurely, performers, readings } from '../../../src/party/match.ts';
import type { Song } from '../../../src/party/model.ts';

let lastId = 0;
const song = (artist: string, title: string, popularity = 50): Song => ({
  id: ++lastId,
  artist,
  title,
  durationS: 200,
  popularity,
});

const rhapsody = song('Queen', 'BOHEMIAN RHAPSODY', 84);
const dust = song('Queen', 'ANOTHER ONE BITES THE DUST', 79);
const dustWithGuests = song('Queen & Wyclef Jean feat. Pras & Free', 'ANOTHER ONE BITES THE DUST', 80);
const pressure = song('Queen & David Bowie', 'UNDER PRESSURE', 76);
const titanium = song('David Guetta feat. Sia', 'TITANIUM', 80);
const thunder = song('AC/DC', 'THUNDERSTRUCK', 83);
const takeOnMe = song('A-Ha', 'TAKE ON ME', 84);
const perfect = song('Ed Sheeran', 'PERFECT', 90);
const perfectDuet = song('Ed Sheeran feat. Beyoncé', 'PERFECT', 95);
const perfectOther = song('Fairground Attraction', 'PERFECT', 60);
const alone = song('Heart', 'ALONE', 70);
const heart = song('Pet Shop Boys', 'HEART', 60);
const fortnight = song('Taylor Swift feat. Post Malone', 'FORTNIGHT', 84);
const callOnMe = song('Starley', 'CALL ON ME (RYAN RIBACK REMIX)', 58);
const taste = song('Щурците', 'Вкусът на времето', 40);
const catalogue = [
  ...[rhapsody, dust, dustWithGuests, pressure, titanium, thunder, takeOnMe, perfect, perfectDuet],
  ...[perfectOther, alone, heart, fortnight, callOnMe, taste],
];
const sure = (of: Song) => ({ is: 'sure', song: of });

describe('readings', () => {
  test('the first puts in front of the first separator the artist; every split is read both ways', () => {
    expect(readings('The KLF - WHAT TIME IS LOVE? - LIVE')).toEqual([
      { artist: 'The KLF', title: 'WHAT TIME IS LOVE? - LIVE' },
      { artist: 'The KLF - WHAT TIME IS LOVE?', title: 'LIVE' },
      { artist: 'WHAT TIME IS LOVE? - LIVE', title: 'The KLF' },
      { artist: 'LIVE', title: 'The KLF - WHAT TIME IS LOVE?' },
    ]);
  });
  test.each(['Toto - Africa', 'Toto – Africa', 'Toto — Africa', 'Toto / Africa', 'Toto  -\tAfrica'])('%s', (text) => {
    expect(readings(text)[0]).toEqual({ artist: 'Toto', title: 'Africa' });
  });
  test.each(['AC/DC', 'a-ha', 'Toto -Africa', '- Africa', 'Toto - ', 'Toto', '', '-'])('%s has none', (text) => {
    expect(readings(text)).toEqual([]);
  });
});

test.each([
  ['David Guetta feat. Sia', ['davidguetta', 'sia']],
  ['Queen & Wyclef Jean feat. Pras & Free', ['queen', 'wyclefjean', 'pras', 'free']],
  ['Macklemore & Ryan Lewis (feat. Wanz)', ['macklemore', 'ryanlewis', 'wanz']],
  ['Alok, Ella Eyre & Kenny Dope feat. Never Dull', ['alok', 'ellaeyre', 'kennydope', 'neverdull']],
  ['Axwell ^ Ingrosso feat. Kid Ink', ['axwell', 'ingrosso', 'kidink']],
  ['Lost Frequencies, Elley Duhé & X Ambassadors', ['lostfrequencies', 'elleyduhe', 'xambassadors']],
  ['Riton x Nightcrawlers', ['riton', 'nightcrawlers']],
  ['Kygo with Avicii', ['kygo', 'avicii']],
  ['Florence + The Machine', ['florence', 'machine']],
  ['Тодор и Ивана', ['тодор', 'ивана']],
  ['W&W', ['wandw']],
  ['C+C Music Factory', ['ccmusicfactory']],
  ['10,000 Maniacs', ['10000maniacs']],
  ['AC/DC', ['acdc']],
])('%s is performed by %j', (credit, keys) => {
  expect(performers(credit)).toEqual(keys);
});

describe('artist and title', () => {
  test.each([
    ['queen - bohemian rhapsody', rhapsody],
    ['Bohemian Rhapsody - Queen', rhapsody],
    ['The Queen – Bohemian Rhapsody (Karaoke)', rhapsody],
    ['ac/dc - thunderstruck', thunder],
    ['acdc - thunderstruck', thunder],
    ['aha - take on me', takeOnMe],
    ['Take On Me / a-ha', takeOnMe],
    ['taylor swift - fortnight', fortnight],
    ['щурците - вкусът на времето', taste],
  ])('%s is queued', (text, expected) => {
    expect(decide({ text }, catalogue)).toEqual(sure(expected));
  });

  test('the artist as typed beats a longer credit with the same title', () => {
    expect(decide({ text: 'Queen - Another One Bites the Dust' }, catalogue)).toEqual(sure(dust));
  });
  test('a guest on the record may be asked for alone', () => {
    expect(decide({ text: 'Sia - Titanium' }, catalogue)).toEqual(sure(titanium));
    expect(decide({ text: 'david bowie - under pressure' }, catalogue)).toEqual(sure(pressure));
    expect(decide({ text: 'David Bowie & Queen - Under Pressure' }, catalogue)).toEqual(sure(pressure));
  });
  test('a guest on two such records is a question', () => {
    const cover = song('Nightcrawlers feat. Sia', 'TITANIUM', 10);
    expect(decide({ text: 'Sia - Titanium' }, [...catalogue, cover])).toEqual({
      is: 'unsure',
      candidates: [titanium, cover],
    });
  });
  test('of two versions the one with the performers asked for is taken, and it decides before fame', () => {
    expect(decide({ text: 'Ed Sheeran - Perfect' }, catalogue)).toEqual(sure(perfect));
    expect(decide({ text: 'Ed Sheeran feat. Beyoncé - Perfect' }, catalogue)).toEqual(sure(perfectDuet));
  });
  test('of two equal versions the popular one is taken, then the older', () => {
    const [one, famous, late] = [song('Toto', 'Africa', 20), song('TOTO', 'AFRICA', 70), song('Toto', 'Africa', 70)];
    expect(decide({ text: 'toto - africa' }, [late, one, famous])).toEqual(sure(famous));
  });
  test('as typed beats the other way round; when only other ways fit and they differ, it is a question', () => {
    const reversed = song('Alone', 'HEART', 99);
    expect(decide({ text: 'Heart - Alone' }, [...catalogue, reversed])).toEqual(sure(alone));
    const [one, two] = [song('C', 'A - B', 5), song('B - C', 'A', 10)];
    expect(decide({ text: 'A - B - C' }, [one, two])).toEqual({ is: 'unsure', candidates: [two, one] });
  });

  test('a title that is here by somebody else is a question, never a wish', () => {
    expect(decide({ text: 'Nobody - Perfect' }, catalogue)).toEqual({
      is: 'unsure',
      candidates: [perfectDuet, perfect, perfectOther],
    });
  });
  test('half a title of an artist who is here is a question, another title is a wish', () => {
    const decision = decide({ text: 'Queen - Bohemian' }, catalogue);
    expect(decision).toEqual({ is: 'unsure', candidates: [rhapsody] });
    expect(decide({ text: 'Queen - Radio Ga Ga' }, catalogue)).toMatchObject({ is: 'wish' });
  });
  test('a remix is not the song', () => {
    expect(decide({ text: 'Starley - Call On Me' }, catalogue)).toEqual({ is: 'unsure', candidates: [callOnMe] });
  });
  test('nothing similar is a wish, filed as typed', () => {
    expect(decide({ text: 'Nobody - Unknown' }, catalogue)).toEqual({
      is: 'wish',
      as: { artist: 'Nobody', title: 'Unknown' },
    });
    expect(decide({ text: 'Nobody - Unknown' }, [])).toMatchObject({ is: 'wish' });
  });
  test('ten candidates are enough, and rows that read the same are shown once', () => {
    const many = Array.from({ length: 30 }, (_, at) => song('Abba', `Song ${at}`, at));
    const decision = decide({ text: 'ABBA - Song' }, [...many, ...many.map((of) => ({ ...of, id: of.id + 1000 }))]);
    expect(decision).toEqual({ is: 'unsure', candidates: many.slice(-10).reverse() });
  });
});

describe('bare words', () => {
  test.each([
    ['queen bohemian rhapsody', rhapsody],
    ['rhapsody bohemian queen', rhapsody],
    ['acdc thunderstruck', thunder],
    ['thunderstruck ac dc', thunder],
    ['take on me aha', takeOnMe],
    ['bohemian rhapsody', rhapsody],
    ['вкусът на времето', taste],
  ])('%s is queued', (text, expected) => {
    expect(decide({ text }, catalogue)).toEqual(sure(expected));
  });

  test('a title of one word is a question, even if it is the only one', () => {
    expect(decide({ text: 'titanium' }, catalogue)).toEqual({ is: 'unsure', candidates: [titanium] });
  });
  test('a title that two songs have is a question', () => {
    expect(decide({ text: 'another one bites the dust' }, catalogue)).toEqual({
      is: 'unsure',
      candidates: [dust, dustWithGuests],
    });
  });
  test('a title that is also an artist is a question', () => {
    const [named, other] = [song('Someone', 'Bad Company', 90), song('Bad Company', "Can't Get Enough", 50)];
    expect(decide({ text: 'bad company' }, [named, other])).toEqual({ is: 'unsure', candidates: [named, other] });
  });
  test('half a name is a question', () => {
    expect(decide({ text: 'bohem rhap' }, catalogue)).toEqual({ is: 'unsure', candidates: [rhapsody] });
    expect(decide({ text: 'swift fort' }, catalogue)).toEqual({ is: 'unsure', candidates: [fortnight] });
  });
  test('nothing that holds the words is nothing', () => {
    expect(decide({ text: 'waterloo' }, catalogue)).toEqual({ is: 'nothing' });
    expect(decide({ text: '???' }, catalogue)).toEqual({ is: 'nothing' });
    expect(decide({ text: '' }, catalogue)).toEqual({ is: 'nothing' });
  });
});

describe('mistyped', () => {
  const gaga = song('Queen', 'Radio Ga Ga', 78);
  const alike = [...catalogue, gaga, song('The Beatles', 'Hey Jude', 90), song('Blur', 'Song 2', 70)];
  const nothingElse = (): boolean => false;

  test.each([
    ['queen - bohemian rapsody', rhapsody],
    ['qeuen - bohemain rhapsody', rhapsody],
    ['bohemian rapsodi queen', rhapsody],
    ['Bohemian Rhapsodi - Queen', rhapsody],
    ['acdc - thunderstrcuk', thunder],
    ['shturcite - vkusut na vremeto', taste],
    ['6turcite - vkusyt na vremeto', taste],
    ['Oehwbnt - Drec]n yf dhtvtnj', taste],
  ])('%s', (text, expected) => {
    expect(decide({ text, knows: nothingElse }, alike)).toEqual(sure(expected));
  });
  test('a word that is one of the catalogue was perhaps meant as it stands', () => {
    const knows = (word: string): boolean => word === 'dude';
    expect(decide({ text: 'The Beatles - Hey Dude', knows: nothingElse }, alike).is).toBe('sure');
    expect(decide({ text: 'The Beatles - Hey Dude', knows }, alike).is).toBe('unsure');
  });
  test.each([
    ['Queen - Radio Na Na', 'a short word became another'],
    ['Blur - Song 3', 'it counts'],
    ['Queen - Bohemian Rhapsody II', 'it counts'],
  ])('%s is not sure: %s', (text) => {
    expect(decide({ text, knows: nothingElse }, alike).is).toBe('unsure');
  });
});

test('the order in which the store found the songs decides nothing', () => {
  for (const text of ['Nobody - Perfect', 'Queen - Bohemian', 'perfect', 'queen', 'Sia - Titanium'])
    expect(decide({ text }, catalogue.toReversed())).toEqual(decide({ text }, catalogue));
});

test('a wish for exactly what is here is told apart from one for something like it', () => {
  expect(isExactlyHere({ artist: 'queen', title: 'Bohemian Rhapsody' }, catalogue)).toEqual(rhapsody);
  expect(isExactlyHere({ artist: 'queen', title: 'Bohemian Rhapsody (Live)' }, catalogue)).toBeNull();
  expect(isExactlyHere({ artist: 'Sia', title: 'Titanium' }, catalogue)).toBeNull();
});

test('a song fulfils a wish by key, or by the artists asked for among its performers', () => {
  const asked = { artist: 'Sia', title: 'Titanium' };
  expect(isSurely(asked, { artist: 'SIA', title: 'Titanium (Karaoke)' })).toBe(true);
  expect(isSurely(asked, titanium)).toBe(true);
  expect(isSurely(asked, { artist: 'Sia', title: 'Titanium (Live)' })).toBe(false);
  expect(isSurely({ artist: 'David Guetta & Usher', title: 'Titanium' }, titanium)).toBe(false);
});
