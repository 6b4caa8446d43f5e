/**
 * Reads the whole database in a thread of its own, for a backup or a check: of 400,000 songs that takes seconds, in which
 * the DJ's socket must hear. Started by aside.ts with an Errand as workerData.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { AsideProgress } from '../../care.ts';
import type { Errand, Said } from './aside.ts';
import { backup } from './backup.ts';
import { check } from './check.ts';

const port = parentPort;
if (port) {
  const say = (said: Said): void => {
    port.postMessage(said);
  };
  const tell = (progress: AsideProgress): void => {
    say({ is: 'progress', progress });
  };
  const errand = workerData as Errand;
  try {
    say({ is: 'outcome', outcome: errand.do === 'backup' ? await backup(errand, tell) : check(errand.file, tell) });
  } catch (error) {
    say({ is: 'outcome', outcome: { is: 'failed', why: (error as Error).message } });
  }
  port.close();
}
