/** Chance with a seed: the same night has the same luck on every machine. */

/** A whole number from 0 to `below` - 1. */
export type Chance = (below: number) => number;

/** Mixes letters into a number (FNV-1a). */
const FNV_PRIME = 0x01000193;

/** `what` it is for keeps the streams apart: one more song played at random does not change what the crowd asks for. */
export function chanceOf(seed: number, what: string): Chance {
  const { length } = what;
  let state = seed | 0;
  for (let at = 0; at < length; at += 1) state = Math.imul(state ^ what.charCodeAt(at), FNV_PRIME);
  return (below) => {
    // Mulberry32, public domain (Tommy Ettinger): 32 bits of state are enough for one night.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
