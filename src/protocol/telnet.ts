/** Telnet's negotiation, taken out of a stream of bytes: `telnet host 8080` sends it unasked, and no guest means it. */

const IAC = 255;
const SUB = 250;
const SUB_END = 240;
const WILL = 251;

/** Real subnegotiations are a few bytes long; one that is not is no reason to swallow everything for ever. */
const LONGEST_SUB = 512;

type At = 'data' | 'iac' | 'option' | 'sub' | 'sub-iac';

/** What one byte does to the state. `keep`: it is data. */
function step(at: At, byte: number): { readonly at: At; readonly keep: boolean } {
  switch (at) {
    case 'data':
      return byte === IAC ? { at: 'iac', keep: false } : { at: 'data', keep: true };
    case 'iac':
      // IAC IAC is the byte 255 itself, which no UTF-8 contains: the line will be refused for it, not silently changed.
      if (byte === IAC) return { at: 'data', keep: true };
      if (byte === SUB) return { at: 'sub', keep: false };
      return { at: byte >= WILL ? 'option' : 'data', keep: false };
    case 'option':
      return { at: 'data', keep: false };
    case 'sub':
      return { at: byte === IAC ? 'sub-iac' : 'sub', keep: false };
    case 'sub-iac':
      return { at: byte === SUB_END ? 'data' : 'sub', keep: false };
  }
}

/** Makes a filter for one connection; a sequence may be split over chunks. Returns the chunk itself when nothing is in it. */
export function createTelnetFilter(): (chunk: Uint8Array) => Uint8Array {
  let at: At = 'data';
  let subBytes = 0;
  return (chunk) => {
    if (at === 'data' && !chunk.includes(IAC)) return chunk;
    const kept = new Uint8Array(chunk.length);
    let length = 0;
    for (const byte of chunk) {
      const next = step(at, byte);
      subBytes = next.at === 'sub' || next.at === 'sub-iac' ? subBytes + 1 : 0;
      at = subBytes > LONGEST_SUB ? 'data' : next.at;
      if (next.keep) kept[length++] = byte;
    }
    return kept.subarray(0, length);
  };
}
