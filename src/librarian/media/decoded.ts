/** Text files of people who never chose an encoding. */
import { isUtf8 } from 'node:buffer';

const UTF_16LE = Buffer.from([0xff, 0xfe]);
const UTF_16BE = Buffer.from([0xfe, 0xff]);

/**
 * `bytes`, perhaps the beginning of a longer file, as text. What is not UTF-8 is of Windows: Cyrillic, Central European or
 * Western, by how its letters stand. Nothing is refused: a wrong letter is better than no song.
 */
export function decoded(bytes: Buffer): string {
  if (bytes.subarray(0, 2).equals(UTF_16LE)) return decode('utf-16le', bytes);
  if (bytes.subarray(0, 2).equals(UTF_16BE)) return decode('utf-16be', bytes);
  return utf8(bytes) ?? decode(windowsPage(bytes), bytes);
}

const decode = (encoding: string, bytes: Buffer): string => new TextDecoder(encoding).decode(bytes);

/** Bytes of a character that may be missing where the beginning of a file was cut out of it. */
const CUT = [0, 1, 2, 3];

/** null when it is not UTF-8. */
function utf8(bytes: Buffer): string | null {
  const whole = CUT.map((cut) => bytes.subarray(0, Math.max(0, bytes.length - cut))).find((part) => isUtf8(part));
  return whole?.toString('utf8') ?? null;
}

type WindowsPage = 'windows-1250' | 'windows-1251' | 'windows-1252';

/** Letters of Cyrillic stand side by side; accented ones between plain ones. */
const CYRILLIC_WORD = /[\xc0-\xff\xa8\xb8]{3,}/g;
const HIGH = /[\x80-\xff]/g;
/** ł, ą and ż inside a word are ³, ¹ and ¿ elsewhere in the West, where no letter stands before them. */
const POLISH = /[a-z\xea\xe6\xf3\xf1\x9c][\xb3\xb9\xbf]/i;

function windowsPage(bytes: Buffer): WindowsPage {
  const declared = /#ENCODING:\s*CP(125[0-2])/i.exec(bytes.toString('latin1', 0, 1_024))?.[1];
  if (declared !== undefined) return `windows-${declared}` as WindowsPage;
  const text = bytes.toString('latin1');
  const inWords = (text.match(CYRILLIC_WORD) ?? []).join('').length;
  if (inWords * 2 > (text.match(HIGH) ?? []).length) return 'windows-1251';
  return POLISH.test(text) ? 'windows-1250' : 'windows-1252';
}
