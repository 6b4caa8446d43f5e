/** CD+G graphics: 300 packets a second, 24 bytes each. */

const PACKETS_PER_SECOND = 300;
const PACKET = 24;
const GRAPHICS = 0x09;
const MEMORY_PRESET = 1;

/** `seconds` of a screen that is cleared to one colour 30 times a second, and otherwise of empty packets, as discs hold them. */
export function makeCdg(seconds: number): Buffer {
  const bytes = Buffer.alloc(Math.round(seconds * PACKETS_PER_SECOND) * PACKET);
  for (let at = 0; at < bytes.length; at += PACKET * 10) {
    bytes[at] = GRAPHICS;
    bytes[at + 1] = MEMORY_PRESET;
    bytes[at + 4] = (at / PACKET / 10) % 16;
  }
  return bytes;
}
