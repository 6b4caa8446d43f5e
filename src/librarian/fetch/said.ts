/** What the program of a fetch says, as lines that a log can hold. Pure: bytes in, lines out. */
import { StringDecoder } from 'node:string_decoder';
import { visible } from '../../party/visible.ts';

/** Lines of one run that are logged, of both its streams together; the rest is counted. */
const MOST_LINES = 200;
/** Characters of a line; a downloader that draws its progress without an end must not fill the disk. */
const LONGEST = 1_000;

export interface Said {
  /** The lines that these bytes complete and that are to be logged. */
  hears(stream: 'stdout' | 'stderr', bytes: Uint8Array): readonly string[];
  /** Both streams have ended: what was left without an end of line. */
  ends(): readonly string[];
  /** Of stderr, the last that was not empty: mostly why it failed. */
  readonly lastComplaint: string | null;
  /** Lines that were not logged, because there were too many. */
  readonly unheard: number;
}

export function listen(): Said {
  let logged = 0;
  let unheard = 0;
  let lastComplaint: string | null = null;
  const take = (stream: 'stdout' | 'stderr', line: string): readonly string[] => {
    const text = visible(line).trim();
    if (text === '') return [];
    if (stream === 'stderr') lastComplaint = text;
    if (logged === MOST_LINES) {
      unheard += 1;
      return [];
    }
    logged += 1;
    return [text];
  };
  const streams = { stdout: lineCutter(), stderr: lineCutter() };
  return {
    hears: (stream, bytes) => streams[stream].push(bytes).flatMap((line) => take(stream, line)),
    ends: () => (['stdout', 'stderr'] as const).flatMap((stream) => take(stream, streams[stream].rest())),
    get lastComplaint() {
      return lastComplaint;
    },
    get unheard() {
      return unheard;
    },
  };
}

interface LineCutter {
  push(bytes: Uint8Array): readonly string[];
  rest(): string;
}

/** A progress bar goes back to the beginning of its line with a CR: each of its states is a line. Too long ones are cut. */
function lineCutter(): LineCutter {
  const decoder = new StringDecoder('utf8');
  let held = '';
  return {
    push: (bytes) => {
      const parts = (held + decoder.write(bytes)).split(/[\r\n]/);
      held = (parts.pop() ?? '').slice(0, LONGEST);
      return parts.map((line) => line.slice(0, LONGEST));
    },
    rest: () => (held + decoder.end()).slice(0, LONGEST),
  };
}
