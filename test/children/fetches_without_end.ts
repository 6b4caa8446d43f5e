/** A fetch command that hears no SIGTERM, with a child of its group and one that has left it, neither of which does. */
import { spawn } from 'node:child_process';
process.on('SIGTERM', () => undefined);
process.stdout.on('error', () => undefined);
if (process.argv[2] !== 'child') {
  const start = (detached: boolean): unknown =>
    spawn(process.execPath, [import.meta.filename, 'child'], { detached, stdio: 'inherit' });
  start(false);
  start(true);
}
console.log('never done');
setInterval(() => undefined, 1_000);
