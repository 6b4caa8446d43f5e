/** Writes guests as fast as it can and names each once its row is acknowledged: argv is file, tag, how many. */
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/sqlite/open.ts';

const [file = '', tag = '', count = '0'] = process.argv.slice(2);
const store = openStore({
  file,
  secret: Buffer.alloc(32, 7),
  now: Date.now,
  limits: () => ({
    queuePerGuest: 3,
    wishPerGuest: 100,
    graceSeconds: 300,
    gapSeconds: 15,
    songSeconds: 240,
    everyMinutes: null,
    giveWayMs: null,
    randomFrom: '',
  }),
});
for (let at = 0; at < Number(count); at += 1) {
  const connection = { epoch: process.pid, seat: at };
  const hello = { words: `${tag} ${at}x`, code: null, as: null, remote: '::1', connection, mayMakeNew: true };
  const outcome = await store.hello(hello);
  // Synchronous: a line that the test reads was written after the acknowledgement, whatever kills us next.
  writeSync(1, `${outcome.is} ${tag} ${at}x\n`);
}
store.close();
