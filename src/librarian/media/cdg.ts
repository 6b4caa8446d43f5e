/** CD+G: packets of 24 bytes, 300 a second, of which 75 sectors a second hold four each: 96 x 75 bytes are a second. */
import { HEAD } from './peek.ts';
import type { Peek } from './peek.ts';
import { COPY_AGAIN, Unplayable } from './reasons.ts';

const BYTES_PER_SECOND = 96 * 75;
const PACKET = 24;
/** Seconds; the longest medleys last half an hour, and a .cdg of gigabytes inside a small zip is a trap. */
const LONGEST = 2 * 3_600;

/** Seconds that `size` bytes of graphics last. Throws Unplayable; `name` is what the DJ knows the file by. */
export function cdgSeconds(size: number, name: string): number {
  if (size < PACKET) throw new Unplayable(`"${name}" is empty. ${COPY_AGAIN}`);
  const seconds = size / BYTES_PER_SECOND;
  if (seconds > LONGEST) {
    throw new Unplayable(`"${name}" would last ${Math.round(seconds / 3_600)} hours, so it is no song. Take it away.`);
  }
  return seconds;
}

const COMMAND = 0x3f;
const GRAPHICS = 0x09;
const NOTHING = 0x00;

/** Throws Unplayable when what is inside are no packets; graphics may begin late, so the middle is asked as well. */
export function checkCdg(file: Peek): void {
  const verdict = verdictOn(file.read(0, HEAD));
  if (verdict === 'graphics') return;
  const middle = Math.floor(file.size / 2 / PACKET) * PACKET;
  if (verdict === 'nothing' && file.size > HEAD && verdictOn(file.read(middle, HEAD)) !== 'nonsense') return;
  throw new Unplayable(`"${file.name}" holds no karaoke graphics. ${COPY_AGAIN}`);
}

function verdictOn(bytes: Buffer): 'graphics' | 'nothing' | 'nonsense' {
  let [graphics, nothing, nonsense] = [0, 0, 0];
  for (let at = 0; at < bytes.length; at += PACKET) {
    const command = (bytes[at] ?? NOTHING) & COMMAND;
    if (command === GRAPHICS) graphics += 1;
    else if (command === NOTHING) nothing += 1;
    else nonsense += 1;
  }
  // Scratched discs give some nonsense; other files give little else.
  if (nonsense > graphics + nothing) return 'nonsense';
  return graphics > 0 ? 'graphics' : 'nothing';
}
