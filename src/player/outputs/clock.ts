/**
 * The default output keeps time and makes no sound: the singer brings the machine, or a browser plays the media. The time
 * is the loop's already, so there is nothing left to do, and nothing that could fail.
 */
import type { Output } from './output.ts';

export function clockOutput(): Output {
  return { play: () => undefined, hush: () => undefined };
}
