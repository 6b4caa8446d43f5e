/** Chance with a seed: the same night has the same luck on every machine. */

/** A whole number from 0 to `below` - 1. */
export type Chance = (below: number) => number;

/** `what` it is for keeps the streams apart: one more song played at random does not change what the crowd asks for. */
export function chanceOf(seed: number, what: string): Chance {
  let state = [...what].reduce((mixed, letter) => Math.imul(mixed ^ letter.charCodeAt(0), 0x01000193), seed | 0) >>> 0;
  return (below) => {
    // Mulberry32, public domain (Tommy Ettinger): 32 bits of state are enough for one night.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
