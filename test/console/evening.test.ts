/** A whole evening at the console, as a DJ plays it: keys in, the screen read, guests on the other side. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SONGS, startParty } from '../party/party.ts';
import type { Party } from '../party/party.ts';
import type { TestGuest } from '../party/guest.ts';
import { TestConsole } from './console.ts';

describe('an evening', () => {
  let party: Party;
  let dj: TestConsole;
  let ada: TestGuest;
  let bo: TestGuest;

  beforeAll(async () => {
    party = await startParty({ songs: SONGS, flags: ['--no-party'] });
    dj = new TestConsole(party.varDir);
  });
  afterAll(async () => {
    await dj[Symbol.asyncDispose]();
    await party[Symbol.asyncDispose]();
  });

  test('begins: the DJ starts the party from the menu, guests come and ask', async () => {
    await dj.shows('No party is on: P starts one');
    dj.types('m');
    await dj.shows(/^> +P {2}start the party/m);
    dj.types('\r');
    await dj.shows('Name of the party:');
    dj.types("Friday at Tosho's\r");
    await dj.shows(/^ Friday at Tosho's {2}since/, '"Friday at Tosho\'s" is on.');
    ada = await party.named('Ada');
    bo = await party.named('Bo');
    await ada.asks('REQUEST Toto - Africa');
    await bo.asks('REQUEST ABBA - Dancing Queen');
    await dj.shows('2 clients, 2 named', /1 Ada +Toto - Africa/, /2 Bo +ABBA - Dancing Queen/);
  });

  test('somebody without a phone gets a song, mistyped, and so do two', async () => {
    dj.types('a');
    await dj.shows('Who sings:');
    dj.types('Dee\rbohemain rapsody');
    await dj.shows(/^> +\d+ Queen - Bohemian Rhapsody/m);
    dj.types('\r');
    // Who has no phone has lost no connection.
    expect(
      await dj.shows(/^Dee: Queen - Bohemian Rhapsody, place 3, in \d+-\d+ min\. u takes it back\.$/m, /3 Dee /),
    ).not.toContain('gone?');
    dj.types('dEve\rAda\rtake on me');
    await dj.shows(/^> +\d+ a-ha - Take On Me/m);
    dj.types('\r');
    await dj.shows(/Eve & Ada +a-ha - Take On Me/, '[1 Line 4]');
  });

  test('an entry is moved, explained, and the move taken back', async () => {
    dj.types('jj');
    await dj.shows(/^> +3 Dee /m);
    dj.types('K');
    await dj.shows(/^> +2 Dee .*pinned/m, /Queen - Bohemian Rhapsody \(Dee\): place 2/);
    dj.types('w');
    await dj.shows(/-- why \d+/, 'The DJ put it in this place.');
    dj.types('\u001b');
    await dj.hides('-- why');
    dj.types('u');
    await dj.shows(/Taken back: move, Queen - Bohemian Rhapsody/, /3 Dee /);
  });

  test('a skip is one key, and taken back with one', async () => {
    dj.types('s');
    await dj.shows(/^ >> Ada {3}Toto - Africa/m, /Skipped/);
    await ada.hears('* TURN');
    dj.types('s');
    await dj.shows(/^ >> Bo {3}ABBA - Dancing Queen/m, 'Skipped: Toto - Africa. u takes it back.');
    dj.types('u');
    await dj.shows(/Taken back: skip, Toto - Africa \(Ada\)/, /1 Ada +Toto - Africa/);
    dj.types(' ');
    await dj.shows(/^ \|\| Bo/m, 'PAUSED');
    dj.types(' ');
    await dj.shows(/^ >> Bo/m);
  });

  test('a wish is refused after a question, another is found by search', async () => {
    await ada.asks('WISH Nobody - Unknown');
    await bo.asks('WISH Shturcite - Kletvata');
    dj.types('2');
    await dj.shows('[2 Missing 2]', 'Nobody - Unknown', 'Shturcite - Kletvata');
    dj.types('\u001b[H');
    const first = /^> +\d+ Nobody/m.test(await dj.shows(/^> +\d+ (?:Nobody|Shturcite)/m));
    if (!first) dj.types('j');
    await dj.shows(/^> +\d+ Nobody/m);
    dj.types('r');
    await dj.shows('Why not');
    dj.types('nobody knows it\r');
    await dj.shows('Refuse Nobody - Unknown with: nobody knows it?');
    dj.types('y');
    await dj.shows('Nobody - Unknown is refused; 1 guest will hear why. u takes it back.', '[2 Missing 1]');
    expect(await ada.hears('* REFUSED')).toContain('nobody knows it');
    await dj.shows(/^> +\d+ Shturcite/m);
    dj.types('f');
    await dj.shows('Which song is it');
    dj.types('\u0015клетва');
    await dj.shows(/^> +\d+ Щурците - Клетва/m);
    dj.types('\r');
    await dj.shows('1 guest will hear of it. u takes it back.');
    await bo.hears('* FOUND');
  });

  test('everybody reads what the DJ says; what other DJs do is seen', async () => {
    dj.types('t');
    await dj.shows('What everybody reads:');
    dj.types('Soup is ready!\r');
    expect(await ada.hears('* SAY')).toBe('* SAY Soup is ready!');
    await dj.shows('Said to 2 clients.');
    dj.types('5');
    await dj.shows('[5 Messages', /Said to everybody by .*: Soup is ready!/, /refuse .*Nobody - Unknown/);
  });

  test('a kick asks; no is no, yes is yes', async () => {
    await using mallory = await party.named('Mallory');
    dj.types('3');
    await dj.shows('[3 Guests 3]', 'Mallory', /Dee +no phone/);
    dj.types('\u001b[H');
    for (let row = 0; row < 6; row++) {
      // Read from what was shown: a moment later the screen may be half of the next one.
      const [marked = ''] = /^> +\d+ .*$/m.exec(await dj.shows(/^> +\d+ /m)) ?? [];
      if (marked.includes('Mallory')) break;
      dj.types('j');
      await dj.hides(marked);
    }
    dj.types('x');
    await dj.shows('Why (the guest reads it)');
    dj.types('\r');
    await dj.shows('End the connections of Mallory?');
    dj.types('\r');
    await dj.shows('Nothing was done.');
    expect((await mallory.asks('PING')).final).toBe('OK PONG');
    dj.types('x');
    await dj.shows('Why (the guest reads it)');
    dj.types('too loud\r');
    await dj.shows('End the connections of Mallory?');
    dj.types('y');
    await dj.shows('Mallory is told and leaves.');
    expect(await mallory.hears('* BYE')).toMatch(/kicked.*too loud/);
  });

  test('any line of karaokectl can be typed, and its refusal is shown whole', async () => {
    dj.types(':');
    await dj.shows('karaokectl:', 'party start [name]');
    dj.types('remove 99\r');
    await dj.shows('There is no entry 99.', 'karaokectl queue');
    dj.types(':frobnicate\r');
    await dj.shows(/unknown command 'frobnicate'/);
    dj.types(':say --help\r');
    await dj.shows('Usage: karaokectl say');
    dj.types('\u001b1');
    await dj.shows('[1 Line');
  });

  test('karaoked falls and comes back; the console waits and catches up', async () => {
    const [control = 0] = party.pids('control');
    process.kill(control, 'SIGKILL');
    await dj.shows(/karaoked is (?:gone|back)/);
    await bo.asks('REQUEST AC/DC - Highway to Hell');
    await dj.shows(/Bo +AC\/DC - Highway to Hell/);
    await dj.hides('NO KARAOKED');
  });

  test('last call, and the end: asked first, then everybody is told', async () => {
    dj.types('L');
    await dj.shows('The party ends in minutes: 20');
    dj.types('\r');
    await dj.shows(/^ ENDS \d\d:\d\d, in 20 min /, 'Last call:');
    dj.types('C');
    await dj.shows('The party ends at');
    dj.types('off\r');
    await dj.shows(/^ Friday at Tosho's/, 'The closing time is withdrawn');
    dj.types('E');
    await dj.shows('End the party?');
    dj.types('n');
    await dj.shows('Nothing was done.');
    expect((await ada.asks('PING')).final).toBe('OK PONG');
    dj.types('E');
    await dj.shows('End the party?');
    dj.types('y');
    await dj.shows('No party is on: P starts one', 'is over; everybody is told.');
    expect(await ada.hears('* BYE')).toContain('party-over');
    dj.types('q');
    expect(await dj.ended()).toMatchObject({ exitCode: 0 });
  });
});

test('in Bulgarian, on a Bulgarian keyboard, with guests whose names would move a cursor', async () => {
  await using party = await startParty({ songs: SONGS });
  await using dj = new TestConsole(party.varDir, { env: { LANG: 'bg_BG.UTF-8' } });
  await using guest = await party.named('Цветан 家族 👩‍🎤');
  await guest.asks('REQUEST Щурците - Клетва');
  await guest.asks('WISH \u202e[2J - évil');
  await dj.shows(/^> +1 Цветан 家族 👩‍🎤 +Щурците - Клетва +\d+-\d+ /m, /1 клиент, 1 с име/, 'интервал пауза');
  // с is the key s: скок.
  dj.types('с');
  await dj.shows(/^ >> Цветан 家族 👩‍🎤 {3}Щурците - Клетва$/m, 'Прескочена');
  dj.types('Е');
  await dj.shows('Край на партито?', 'y или д: да');
  dj.types('н');
  await dj.shows('Нищо не е направено.');
  dj.types('м');
  await dj.shows('-- Меню', 'Най-нужното');
  dj.types('\u001b');
  await dj.hides('-- Меню');
  dj.types('2');
  await dj.shows('[2 Липсват 1]', /évil +1 Цветан/);
  dj.types('я');
  expect(await dj.ended()).toMatchObject({ exitCode: 0 });
});
