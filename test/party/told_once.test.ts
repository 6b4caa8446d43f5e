/**
 * A wish is found, and in that moment a process is killed -9: whoever asked is told once all the same. The session that would
 * tell is stopped beforehand, so that the moment between the import and the telling lasts as long as the test needs.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { freeze } from './freezing.ts';
import { everyoneGone, SONGS, startParty, temporaryVar } from './party.ts';
import type { Party } from './party.ts';
import type { Ran } from './program.ts';

const FOUND = '* FOUND 1 song=7 Lost - Tape is here now. Say: REQUEST 7';
const isFound = (line: string): boolean => line === FOUND;
const ROW = '| 1 found song=7 Lost - Tape';

/** Where the librarian or its teller falls, the import is still under way: so many songs follow the one that was wanted. */
const LONG = 20_000;
/** Elsewhere the moment lasts as long as the session is frozen, and the rest of the import is no matter. */
const SHORT = 500;

function catalogue(party: Party, songs: number): string {
  const file = join(party.varDir, 'tape.csv');
  const others = Array.from({ length: songs }, (_, at) => `Band ${at % 997},Song ${at}`);
  writeFileSync(file, `${['artist,title', 'Lost,Tape', ...others].join('\n')}\n`);
  return file;
}

async function sessionOfGuests(party: Party): Promise<number> {
  const { tree } = (await party.order('status')) as {
    tree: { processes: { name: string; pid: number; connections: number }[] };
  };
  return tree.processes.find(({ name, connections }) => name === 'session' && connections > 0)?.pid ?? 0;
}

/** A guest who asked and is not there: their code. */
async function absentee(party: Party, name: string): Promise<string> {
  await using guest = await party.guest();
  const code = await guest.joins(name);
  await guest.asks('WISH Lost - Tape');
  await guest.asks('LEAVE');
  await guest.closed();
  return code;
}

/** What somebody hears first on the next visit. When they have left, what was told is marked. */
async function nextHello(party: Party, name: string, code: string): Promise<readonly string[]> {
  await using guest = await party.guest();
  const { rows, final } = await guest.asks(`HELLO ${name} ${code}`);
  expect(final).toMatch(/^OK HELLO /);
  await guest.asks('LEAVE');
  await guest.closed();
  return [...rows, ...guest.transcript.filter(isFound)];
}

/** Imports, and kills `victim` when the store says that the wish was found; the session does not move until then. */
async function killWhenFound(party: Party, victim: number, session: number, songs = SHORT): Promise<void> {
  const watch = party.startDj('--json', 'watch');
  await watch.said(/"event":"party"/);
  const frozen = await freeze(party, session);
  const importing = party.startDj('--timeout', '30', 'import', catalogue(party, songs));
  importing.child.stdin?.end();
  await watch.said(/"event":"wish".*"state":"found"/);
  process.kill(victim, 'SIGKILL');
  if (victim !== session) frozen.goOn();
  watch.child.kill('SIGINT');
  await Promise.all([watch.ended, importing.ended]);
}

/** Asks until control is there again: a refused connection is an event too, of a process that is just being lifted. */
async function importAgain(party: Party, songs: number): Promise<Ran> {
  for (let tries = 0; tries < 50; tries += 1) {
    const ran = await party.dj('import', catalogue(party, songs));
    if (ran.code !== 3) return ran;
  }
  throw new Error('control never came back');
}

describe('kill -9 between the import and the telling, of', () => {
  test.each([
    ['librarian', LONG],
    ['control', LONG],
    ['player', SHORT],
    ['listener', SHORT],
  ] as const)('the %s: who is there hears it once, who is not once on the next visit', async (program, songs) => {
    await using party = await startParty({ songs: SONGS, settings: { SESSION_PROCESSES: 1 } });
    const boCode = await absentee(party, 'Bo');
    await using ada = await party.guest();
    const code = await ada.joins('Ada');
    await ada.asks('WISH Lost - Tape');
    const [victim = 0] = party.pids(program);
    await killWhenFound(party, victim, await sessionOfGuests(party), songs);

    expect(await ada.hears('* FOUND')).toBe(FOUND);
    expect((await ada.asks('WISHES')).rows).toEqual([ROW]);
    expect(await nextHello(party, 'Bo', boCode)).toEqual([ROW]);
    expect(await nextHello(party, 'Bo', boCode)).toEqual([]);
    // The import is repeated where its librarian fell, and has nothing to tell that was told.
    expect(await importAgain(party, songs)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(new RegExp(`: 0 new songs, ${songs + 1} known\\n$`)),
    });
    await party.toldAll(ada);
    await ada.asks('LEAVE');
    await ada.closed();
    expect(ada.transcript.filter(isFound)).toHaveLength(1);
    expect(await nextHello(party, 'Ada', code)).toEqual([]);
    expect(party.pids(program)).not.toContain(victim);
  });

  test('the session that would tell it: its guests hear it on the next visit', async () => {
    await using party = await startParty({ songs: SONGS, settings: { SESSION_PROCESSES: 1 } });
    await using ada = await party.guest();
    const code = await ada.joins('Ada');
    await ada.asks('WISH Lost - Tape');
    const session = await sessionOfGuests(party);
    await killWhenFound(party, session, session);
    expect(await ada.hears('* BYE')).toMatch(/^\* BYE session-lost /);
    expect(ada.transcript.filter(isFound)).toEqual([]);
    expect(await nextHello(party, 'Ada', code)).toEqual([ROW]);
    expect(await nextHello(party, 'Ada', code)).toEqual([]);
  });

  test('the supervisor, and everybody with it: told at the next start, or before the goodbye, with the same wish', async () => {
    using home = temporaryVar();
    const codes: Record<string, string> = {};
    let heard: number;
    {
      await using party = await startParty({ varDir: home.path, songs: SONGS, settings: { SESSION_PROCESSES: 1 } });
      codes['Bo'] = await absentee(party, 'Bo');
      await using ada = await party.guest();
      codes['Ada'] = await ada.joins('Ada');
      await ada.asks('WISH Lost - Tape');
      await killWhenFound(party, party.pid, await sessionOfGuests(party));
      expect(await ada.hears('* BYE')).toMatch(/^\* BYE supervisor-lost /);
      await ada.closed();
      heard = ada.transcript.filter(isFound).length;
      await everyoneGone(home.path);
    }
    await using next = await startParty({ varDir: home.path });
    expect(await nextHello(next, 'Bo', codes['Bo'])).toEqual([ROW]);
    const rows = await nextHello(next, 'Ada', codes['Ada']);
    // Told in its last moment and not marked any more: repeated, with the same wish id. Never lost.
    expect([
      [0, [ROW]],
      [1, []],
      [1, [ROW]],
    ]).toContainEqual([heard, rows]);
    for (const [name, code] of Object.entries(codes)) expect(await nextHello(next, name, code)).toEqual([]);
  });
});
