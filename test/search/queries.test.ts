import { beforeAll, describe, expect, test } from '@jest/globals';
import { performers, readings } from '../../src/party/match.ts';
import { artistKey, indexWords, searchWords, songKey } from '../../src/party/normalise.ts';
import type { CatalogueRow } from '../../src/store/librarian.ts';
import { evaluationCatalogue } from './catalogue.ts';
import { ANY_TITLE, readQueries } from './queries.ts';
import type { Query } from './queries.ts';

const queries = readQueries();
const songs: CatalogueRow[] = [];

beforeAll(async () => {
  for await (const rows of evaluationCatalogue()) songs.push(...rows);
});

/** What somebody would say who found a mistake in the file. */
const places = (wrong: readonly Query[]): readonly string[] => wrong.map(({ kind, typed }) => `${kind}: ${typed}`);

describe('the evaluation set', () => {
  test('asks at least 400 queries, 25 and more of each kind, none twice', () => {
    expect(queries.length).toBeGreaterThanOrEqual(400);
    const kinds = Map.groupBy(queries, ({ kind }) => kind);
    expect(kinds.size).toBe(19);
    expect([...kinds].filter(([, some]) => some.length < 25).map(([kind]) => kind)).toEqual([]);
    const typed = queries.map((query) => query.typed);
    expect(typed.filter((text, at) => typed.indexOf(text) !== at)).toEqual([]);
  });

  test('expects only songs of the catalogue, by their artist and title to the letter', () => {
    const names = new Set(songs.map(({ artist, title }) => `${artist}\t${title}`));
    const artists = new Set(songs.flatMap(({ artist }) => performers(artist)));
    const isHere = ({ artist, title }: { readonly artist: string; readonly title: string }): boolean =>
      title === ANY_TITLE ? artists.has(artistKey(artist)) : names.has(`${artist}\t${title}`);
    expect(places(queries.filter(({ expected }) => !expected.every(isHere)))).toEqual([]);
  });

  test('says that a song is not here only when it is not, in whatever order it is named', () => {
    const keys = new Set(songs.map(({ artist, title }) => songKey(artist, title)));
    const absent = queries.filter(({ expected, typed }) => expected.length === 0 && readings(typed).length > 0);
    const here = absent.filter(({ typed }) =>
      readings(typed).some(({ artist, title }) => keys.has(songKey(artist, title))),
    );
    expect(absent.length).toBeGreaterThanOrEqual(25);
    expect(places(here)).toEqual([]);
  });

  test('says that words are nowhere only when no song has them all', () => {
    const words = songs.map(({ artist, title }) => new Set([...indexWords(artist), ...indexWords(title)]));
    const absent = queries.filter(({ expected, typed }) => expected.length === 0 && readings(typed).length === 0);
    const here = absent.filter(({ typed }) => {
      const wanted = searchWords(typed);
      return words.some((of) => wanted.every((word) => of.has(word)));
    });
    expect(absent.length).toBeGreaterThanOrEqual(25);
    expect(places(here)).toEqual([]);
  });

  test('spreads over popular songs and songs that hardly anybody knows', () => {
    const popularity = new Map(songs.map(({ artist, title, popularity }) => [songKey(artist, title), popularity]));
    const of = queries.flatMap(({ expected }) =>
      expected.slice(0, 1).map((one) => popularity.get(songKey(one.artist, one.title))),
    );
    const known = of.filter((one) => one !== undefined);
    expect(known.filter((one) => one >= 70).length).toBeGreaterThanOrEqual(100);
    expect(known.filter((one) => one < 40).length).toBeGreaterThanOrEqual(100);
  });
});

test('the catalogue has its three parts, and 200 songs in Cyrillic letters', () => {
  expect(songs.length).toBe(560 + 13_103 + 208);
  expect(songs.filter(({ title }) => /\p{Script=Cyrillic}/u.test(title)).length).toBeGreaterThanOrEqual(200);
});
