/** A fetch command that stays at its first start, and brings the file at its second. It notes who it is, and whether the first still lives. */
import { appendFileSync, copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
const [file = '', folder = '', notes = ''] = process.argv.slice(2);
const first = existsSync(notes) ? Number(readFileSync(notes, 'utf8').split(' ')[1]) : null;
const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
};
appendFileSync(notes, `${first !== null && alive(first) ? 'together' : 'alone'} ${process.pid} \n`);
process.stdout.on('error', () => undefined);
if (first === null) setInterval(() => undefined, 1_000);
else copyFileSync(file, join(folder, 'a.mp3'));
