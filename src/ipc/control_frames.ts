/**
 * What goes over the DJ's socket: one `ask`, then any number of `progress` or `event`, then one `answer`, all with the
 * asker's id. What a verb means is the business of src/dj; here frames are only recognised.
 */

/** Grows when an old karaokectl could misunderstand a new karaoked. */
export const CONTROL_VERSION = 1;

export interface Ask {
  readonly id: number;
  readonly verb: string;
  readonly args: Readonly<Record<string, string | number | null>>;
  /** Who asks, as their system names them. It is written beside orders; what is allowed is decided by the file's mode. */
  readonly who: string;
  /** When it was asked for, milliseconds since 1970: the asker's program takes its time to start. null: just now. */
  readonly atMs: number | null;
}

const LONGEST_NAME = 64;
const MOST_ARGS = 16;

/** Recognises an ask among whatever somebody sent; otherwise the sentence that says what is wrong. Copies, so nothing foreign stays. */
export function readAsk(raw: unknown): Ask | string {
  if (!isRecord(raw)) return 'an ask is an object';
  const { version, id, verb, args, who, atMs = null } = raw;
  if (version !== CONTROL_VERSION) {
    return `this karaoked speaks version ${CONTROL_VERSION} of the control protocol: use the karaokectl it came with`;
  }
  if (!Number.isSafeInteger(id) || (id as number) < 0) return 'id must be a whole number';
  if (!isName(verb)) return 'verb must be a name';
  if (!isName(who)) return 'who must be a name';
  if (atMs !== null && !Number.isSafeInteger(atMs)) return 'atMs must be milliseconds since 1970';
  if (!isRecord(args)) return 'args must be an object';
  const entries = Object.entries(args);
  if (entries.length > MOST_ARGS || !entries.every(isArgument)) return 'args must be a few strings, numbers or nulls';
  // Without a prototype: an argument called __proto__ is then an argument like any other, and refused by its verb.
  const copied = Object.assign(
    Object.create(null) as Record<string, string | number | null>,
    Object.fromEntries(entries),
  );
  return { id: id as number, verb, args: copied, who, atMs: atMs as number | null };
}

/** A frame from the daemon: which ask it belongs to, and what it carries. null when it is none. */
export function readReply(raw: unknown): { readonly id: number; readonly body: unknown } | null {
  if (!isRecord(raw) || !Number.isSafeInteger(raw['id'])) return null;
  return { id: raw['id'] as number, body: raw['body'] };
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function isName(raw: unknown): raw is string {
  return typeof raw === 'string' && raw !== '' && raw.length <= LONGEST_NAME && !/\p{Cc}/u.test(raw);
}

function isArgument(entry: [string, unknown]): entry is [string, string | number | null] {
  const [name, value] = entry;
  return isName(name) && (value === null || typeof value === 'string' || typeof value === 'number');
}
