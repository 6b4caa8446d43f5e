/** Whether files that are not there are gone, or their disk is. Pure. */
import type { Vanished } from '../../store/library.ts';

/**
 * So many missing files are worth a question when they are also more than half of the folder. Fewer are not: a handful that
 * comes back is read again in a moment, and its songs have kept their numbers. PiKaraoke's scanner has the same breaker at
 * half, without the lower bound.
 */
const WORTH_A_QUESTION = 10;

/** `root`: what is at the folder's own path; a mount point without its disk is there and bare, and then one file suffices. */
export function mustAsk({ vanished, known }: Vanished, root: 'filled' | 'bare' | 'missing'): boolean {
  if (vanished === 0) return false;
  if (root !== 'filled') return true;
  return vanished >= WORTH_A_QUESTION && vanished * 2 > known;
}
