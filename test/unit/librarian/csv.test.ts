import { describe, expect, test } from '@jest/globals';
import { NotACatalogue, readCatalogue } from '../../../src/librarian/csv.ts';
import type { BadRow, CatalogueRow } from '../../../src/store/librarian.ts';

type Chunks = 'whole' | 'byte by byte';

async function* chunked(bytes: Buffer, chunks: Chunks): AsyncGenerator<Uint8Array> {
  const size = chunks === 'whole' ? Math.max(1, bytes.length) : 1;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(
  file: string | Buffer,
  chunks: Chunks = 'whole',
): Promise<{ rows: CatalogueRow[]; bad: BadRow[]; batches: number }> {
  const [rows, bad]: [CatalogueRow[], BadRow[]] = [[], []];
  let batches = 0;
  for await (const batch of readCatalogue(chunked(Buffer.from(file), chunks))) {
    rows.push(...batch.rows);
    bad.push(...batch.bad);
    batches += 1;
  }
  return { rows, bad, batches };
}

const titles = async (file: string): Promise<string[]> => (await read(file)).rows.map(({ title }) => title);

describe('a catalogue file', () => {
  test('gives its rows', async () => {
    expect(
      await read(
        'artist,title,duration_s,popularity,disc_id,file\n' +
          'Queen,Bohemian Rhapsody,354.5,95,SC-01,/songs/queen.mp3\n' +
          'Щурците,Клетва,,,,\n',
      ),
    ).toMatchObject({
      rows: [
        {
          artist: 'Queen',
          title: 'Bohemian Rhapsody',
          durationS: 354.5,
          popularity: 95,
          discId: 'SC-01',
          file: '/songs/queen.mp3',
        },
        { artist: 'Щурците', title: 'Клетва', durationS: null, popularity: 0, discId: null, file: null },
      ],
      bad: [],
    });
  });

  test('may begin with a byte order mark, end its lines as Windows does, and end without one', async () => {
    expect(await titles('\uFEFFartist,title\r\nA,One\r\n\r\nB,Two')).toEqual(['One', 'Two']);
  });

  test('may name its columns in any case and order, among others', async () => {
    const { rows } = await read(' Title ,Year, ARTIST,Duration_S\nAfrica,1982,Toto,295\n');
    expect(rows).toMatchObject([{ artist: 'Toto', title: 'Africa', durationS: 295 }]);
  });

  test('may quote commas, quotes and line ends', async () => {
    const { rows, bad } = await read(
      'artist,title,note\n"Earth, Wind & Fire","The ""Best"" One","two\nlines"\nB,Two,\n',
    );
    expect(rows).toMatchObject([{ artist: 'Earth, Wind & Fire', title: 'The "Best" One' }, { title: 'Two' }]);
    expect(bad).toEqual([]);
  });

  test('composes what is written decomposed', async () => {
    expect(await titles('artist,title\nX,Ба\u0438\u0306\n')).toEqual(['Бай']);
  });

  test('reads the same byte by byte', async () => {
    const file = '\uFEFFartist,title\r\n"Earth, Wind",Едно\r\nA,"Un\nclosed\r\nB,Две\r\nC,\r\n';
    expect((await read(file, 'byte by byte')).rows).toEqual((await read(file)).rows);
    expect((await read(file, 'byte by byte')).bad).toEqual((await read(file)).bad);
  });

  test('comes in batches of 200, none lost at the seams', async () => {
    const many = Array.from({ length: 1_501 }, (_, index) => `A,Song ${index}`);
    const { rows, batches } = await read(['artist,title', ...many].join('\n'));
    expect(new Set(rows.map(({ title }) => title)).size).toBe(1_501);
    expect(batches).toBe(8);
  });
});

describe('a bad row', () => {
  test.each([
    [',Title,,', 'the artist is empty'],
    ['Artist,  ,,', 'the title is empty'],
    ['A,T,four,', 'the duration_s "four" is not a positive number of seconds'],
    ['A,T,0,', 'the duration_s "0" is not a positive number of seconds'],
    ['A,T,-5,', 'the duration_s "-5" is not a positive number of seconds'],
    ['A,T,1e3,', 'the duration_s "1e3" is not a positive number of seconds'],
    ['A,T,,101', 'the popularity "101" is not a number from 0 to 100'],
    ['A,T,,x', 'the popularity "x" is not a number from 0 to 100'],
    [`A,${'T'.repeat(201)},,`, 'the title is longer than 200 characters'],
    ['A\u0007B,T,,', 'the artist holds a control character'],
    ['A,"T\nT",,', 'the title holds a control character'],
    ['A,T', '2 columns where the header has 4'],
    ['A,T,1,2,3', '5 columns where the header has 4'],
    ['A,Say "this",,', 'a quote stands where none belongs; double it and put the column in quotes'],
    ['A,"T,,', 'a quote is not closed'],
  ])('%j: %s', async (row, reason) => {
    expect(await read(`artist,title,duration_s,popularity\nGood,Before,1,1\n${row}\nGood,After,1,1\n`)).toMatchObject({
      rows: [{ title: 'Before' }, { title: 'After' }],
      bad: [{ line: 3, reason }],
    });
  });

  test('in another encoding is named, and the rest is imported', async () => {
    const file = Buffer.concat([
      Buffer.from('artist,title\nA,Good\n'),
      Buffer.from([0xd9, 0xf3, 0xf0, 0xf6, 0x2c, 0x54, 0x0a]), // Windows-1251
      Buffer.from('B,Two\n'),
    ]);
    expect(await read(file)).toMatchObject({
      rows: [{ title: 'Good' }, { title: 'Two' }],
      bad: [{ line: 3, reason: 'the artist is not UTF-8 text' }],
    });
  });

  test('is named by the line where it begins, whatever was quoted over lines before it', async () => {
    const { bad } = await read('artist,title,note\nA,One,"a\nb\nc"\n\n,Two,\n');
    expect(bad).toEqual([{ line: 6, reason: 'the artist is empty' }]);
  });

  test('with a quote that is never closed costs no other row, though another stray quote follows', async () => {
    const good = Array.from({ length: 400 }, (_, index) => `A,Song ${index}`);
    const { rows, bad } = await read(
      ['artist,title', 'B,"Open', ...good.slice(0, 5), 'C,"Open too', ...good].join('\n'),
    );
    expect(rows).toHaveLength(405);
    expect(bad).toEqual([
      { line: 2, reason: 'a quote is not closed' },
      { line: 8, reason: 'a quote is not closed' },
    ]);
  });

  test('as long as a book is passed over without holding it', async () => {
    const file = `artist,title\nA,${'x'.repeat(1_000_000)}\nB,Two\n`;
    expect(await read(file)).toMatchObject({ rows: [{ title: 'Two' }], bad: [{ line: 2 }] });
  });
});

describe('a file that is no catalogue', () => {
  test.each([
    ['', 'The file is empty'],
    ['\n\n', 'The file is empty'],
    ['title,duration_s\nT,1\n', 'names no column "artist"'],
    ['name,song\nA,T\n', 'names no column "artist" and no column "title"'],
    ['artist;title\nA;T\n', 'must be separated by commas'],
    ['Queen,Bohemian Rhapsody\n', 'must name artist and title'],
    ['\u0000a\u0000r', 'not UTF-8'],
    ['"artist,title\n', 'its quotes do not match'],
  ])('%j is refused: %s', async (file, why) => {
    const refused = read(file);
    await expect(refused).rejects.toThrow(NotACatalogue);
    await expect(refused).rejects.toThrow(why);
  });
});
