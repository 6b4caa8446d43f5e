/**
 * Bytes to lines: telnet negotiation out, split, length, control bytes, strict UTF-8, NFC. Everything that a wire can do
 * to a line is decided here; whoever reads the lines knows nothing of bytes.
 */
import { isUtf8 } from 'node:buffer';
import { LIMITS } from './limits.ts';
import { createTelnetFilter } from './telnet.ts';

/** One thing that a connection said. Each but a blank line is answered with exactly one final. */
export type Line =
  | { readonly is: 'line'; readonly text: string }
  /** Not readable as a line; the connection goes on. */
  | { readonly is: 'refusal'; readonly code: 500 | 504 | 505; readonly tag: string | null; readonly text: string }
  /** Not our language at all: one refusal, then close. */
  | { readonly is: 'refusal-and-close'; readonly code: 500; readonly tag: null; readonly text: string }
  /** 64 KiB without a newline: BYE, then close. Its `504` was said before. */
  | { readonly is: 'endless' };

/** What is left of a connection's bytes between two chunks. After a closing line it hears nothing more. */
export interface LineReader {
  push(chunk: Uint8Array): Line[];
  /** The other side has ended. A line without its newline is refused, never executed: it may be the head of another. */
  end(): Line[];
}

const LF = 10;
const CR = 13;
const TAB = 9;
const DEL = 127;
const LONGEST = LIMITS.lineBytes.value;

const refused = (code: 500 | 504 | 505, tag: string | null, text: string): Line => ({ is: 'refusal', code, tag, text });
const foreign = (text: string): Line => ({ is: 'refusal-and-close', code: 500, tag: null, text });

/** Makes the reader of one connection. It holds one line at most (1,025 bytes), and nothing while none is begun. */
export function createLineReader(): LineReader {
  const strip = createTelnetFilter();
  const held = holdBytes();
  let opening: readonly number[] = [];
  let sinceNewline = 0;
  let tooLong = false;
  let spoken = false;
  let shut = false;

  const finish = (rest: Uint8Array): Line | null => {
    const bytes = held.length === 0 ? rest : held.with(rest);
    held.clear();
    sinceNewline = 0;
    if (tooLong) {
      tooLong = false;
      return null;
    }
    const line = readLine(bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes, !spoken);
    if (line.is !== 'line' || !isBlank(line.text)) spoken = true;
    return line;
  };
  /** Counts a piece without a newline; a line that grows too long is refused at once and not kept. */
  const measure = (piece: Uint8Array): Line | null => {
    sinceNewline += piece.length;
    if (tooLong) return null;
    const length = held.length + piece.length;
    // The 1,025th byte may be the CR of a line that is exactly as long as it may be.
    const endsInCr = (piece.length > 0 ? piece.at(-1) : held.last) === CR;
    if (length <= LONGEST || (length === LONGEST + 1 && endsInCr)) return null;
    const tag = tagOf(held.with(piece.subarray(0, LONGEST)));
    tooLong = true;
    spoken = true;
    held.clear();
    return refused(504, tag, `a line is at most ${LONGEST} bytes; this one was skipped`);
  };

  return {
    push(chunk) {
      const lines: Line[] = [];
      if (shut) return lines;
      if (opening.length < 2) {
        opening = [...opening, ...chunk.subarray(0, 2 - opening.length)];
        if (opening[0] === 0x16 && opening[1] === 0x03) {
          shut = true;
          return [foreign('this is no TLS port; connect without encryption, for example: nc <host> <port>')];
        }
      }
      const bytes = strip(chunk);
      let from = 0;
      for (;;) {
        const newline = bytes.indexOf(LF, from);
        const piece = bytes.subarray(from, newline < 0 ? bytes.length : newline);
        const complaint = measure(piece);
        if (complaint) lines.push(complaint);
        if (sinceNewline >= LIMITS.bytesWithoutNewline.value) {
          shut = true;
          lines.push({ is: 'endless' });
          return lines;
        }
        if (newline < 0) {
          if (!tooLong) held.add(piece);
          return lines;
        }
        const line = finish(piece);
        if (line) lines.push(line);
        if (line?.is === 'refusal-and-close') {
          shut = true;
          return lines;
        }
        from = newline + 1;
      }
    },
    end() {
      const bytes = held.with(new Uint8Array());
      const blank = bytes.every((byte) => byte === 32 || byte === TAB || byte === CR);
      const unanswered = !shut && !tooLong && !blank;
      shut = true;
      return unanswered ? [refused(500, tagOf(bytes), 'the last line was not ended')] : [];
    },
  };
}

/** A line that came whole, as a WebSocket's frame does, and has no newline: one in it is a control byte like any other. */
export function wholeLine(bytes: Uint8Array): Line {
  if (bytes.length > LONGEST)
    return refused(504, tagOf(bytes), `a line is at most ${LONGEST} bytes; this one was skipped`);
  return readLine(bytes, false);
}

/** A line without its newline, as text or as what is wrong with it. */
function readLine(bytes: Uint8Array, first: boolean): Line {
  for (const byte of bytes) {
    if ((byte < 32 && byte !== TAB) || byte === DEL) {
      return refused(505, tagOf(bytes), `a line is text; this one has the control byte ${byte}`);
    }
  }
  if (!isUtf8(bytes)) return refused(505, tagOf(bytes), 'a line is UTF-8; this one is not');
  const decoded = asText(bytes);
  // What Windows programs put before the first line of a file, and nobody else sees.
  const text = (first ? decoded.replace(/^\uFEFF/, '') : decoded).normalize('NFC');
  // The control characters that UTF-8 writes as two bytes; terminals may obey them just so.
  if (/[\u0080-\u009f]/.test(text))
    return refused(505, tagOf(bytes), 'a line is text; this one has a control character');
  if (first && /^[A-Z]+ \S+ HTTP\//.test(text)) {
    return foreign('this is no web server; this port speaks KARAOKE/1, one line at a time');
  }
  return { is: 'line', text };
}

/** Blank lines are the only ones that get no answer. */
export const isBlank = (text: string): boolean => /^[ \t]*$/.test(text);

/** A refusal names the tag of its line where that can be read, so that a client knows which of its lines it was. */
function tagOf(bytes: Uint8Array): string | null {
  return /^[ \t]*#([A-Za-z0-9_-]{1,16})[ \t]/.exec(asText(bytes.subarray(0, 64)))?.[1] ?? null;
}

const asText = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');

/** The head of a line whose end has not come. It grows by doubling, so that a line a byte at a time is not copied each time. */
function holdBytes() {
  let buffer = new Uint8Array();
  let length = 0;
  return {
    get length() {
      return length;
    },
    get last() {
      return buffer[length - 1];
    },
    add(piece: Uint8Array): void {
      if (length + piece.length > buffer.length) {
        const grown = new Uint8Array(Math.max(64, 2 * buffer.length, length + piece.length));
        grown.set(buffer.subarray(0, length));
        buffer = grown;
      }
      buffer.set(piece, length);
      length += piece.length;
    },
    with(piece: Uint8Array): Uint8Array {
      this.add(piece);
      return buffer.subarray(0, length);
    },
    clear(): void {
      length = 0;
    },
  };
}
