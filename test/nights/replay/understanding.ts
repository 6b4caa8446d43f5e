/** What a guest understands from a line of text, as far as a night's properties depend on it. */

export type Understood =
  | { readonly is: 'NEXT' | 'TURN' | 'LATER'; readonly entryId: number }
  | { readonly is: 'cancelled' | 'swapped'; readonly entryId: number }
  | { readonly is: 'BYE'; readonly reason: string }
  /** Told how long to wait, in whole minutes. */
  | { readonly is: 'wait'; readonly entryId: number; readonly fromMin: number; readonly toMin: number }
  | { readonly is: 'queued'; readonly entryId: number }
  /** `row`: while saying HELLO. */
  | {
      readonly is: 'wish news';
      readonly wishId: number;
      readonly state: 'found' | 'refused';
      readonly by: 'event' | 'row';
    }
  | { readonly is: 'unsung'; readonly songId: number }
  | { readonly is: 'limit' }
  | { readonly is: 'code'; readonly code: string }
  | { readonly is: 'away' | 'back' };

const num = (text: string | undefined): number => Number(text);

const EVENTS: readonly (readonly [RegExp, (groups: readonly string[]) => Understood])[] = [
  [/^\* (NEXT|TURN|LATER) (\d+) /, ([is, id]) => ({ is: is as 'NEXT' | 'TURN' | 'LATER', entryId: num(id) })],
  [/^\* BYE (\S+)/, ([reason = '']) => ({ is: 'BYE', reason })],
  [/^\* FOUND (\d+) /, ([id]) => ({ is: 'wish news', wishId: num(id), state: 'found', by: 'event' })],
  [/^\* REFUSED (\d+) /, ([id]) => ({ is: 'wish news', wishId: num(id), state: 'refused', by: 'event' })],
  [/^OK QUEUED (\d+) (?!.*repeated=yes)/, ([id]) => ({ is: 'queued', entryId: num(id) })],
  [/^OK HELLO guest=\d+ code=(\S+)/, ([code = '']) => ({ is: 'code', code })],
  [/^OK CANCEL (\d+)/, ([id]) => ({ is: 'cancelled', entryId: num(id) })],
  [/^OK SWAP (\d+) \d+/, ([id]) => ({ is: 'swapped', entryId: num(id) })],
  [/^OK SWAP \d+ (\d+)/, ([id]) => ({ is: 'swapped', entryId: num(id) })],
  [/^ERR 552/, () => ({ is: 'limit' })],
  [/^OK AWAY/, () => ({ is: 'away' })],
  [/^OK BACK/, () => ({ is: 'back' })],
];

const WAITS: readonly RegExp[] = [/^OK QUEUED (\d+) .*\bwait=(\d+)-(\d+) /, /^\| (\d+) \d+\. .* (\d+)-(\d+) min$/];

/** `said`: what was answered, in upper case, or '' for an event. A row means another thing after HELLO than after MINE. */
export function understand(line: string, said: string): readonly Understood[] {
  const understood = EVENTS.flatMap(([pattern, read]) => {
    const match = pattern.exec(line);
    return match ? [read(match.slice(1))] : [];
  });
  for (const pattern of WAITS) {
    const [, id, from, to] = pattern.exec(line) ?? [];
    if (id !== undefined) understood.push({ is: 'wait', entryId: num(id), fromMin: num(from), toMin: num(to) });
  }
  if (said === 'HELLO') {
    const [, wishId, state] = /^\| (\d+) (found|refused) /.exec(line) ?? [];
    if (state === 'found' || state === 'refused')
      understood.push({ is: 'wish news', wishId: num(wishId), state, by: 'row' });
    const [, songId] = /^\| unsung song=(\d+) /.exec(line) ?? [];
    if (songId !== undefined) understood.push({ is: 'unsung', songId: num(songId) });
  }
  return understood;
}
