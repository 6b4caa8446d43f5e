/** What the console says of its own, in one table for each language: a sentence that is missing does not compile. */
import type { Results } from '../../../dj/results.ts';
import type { NowRow } from '../../../dj/results/rows.ts';
import type { Reason } from '../../../party/model.ts';
import type { GuestRow, Missing, Play } from '../../../store/dj.ts';
import type { ActionId, SureId, ViewId } from '../actions.ts';
import type { AskName } from '../asks.ts';
import type { AnyRow, ListName, Message, Tab } from '../rows.ts';

/** Verbs whose answer is one sentence; the others answer with tables, which are those of karaokectl. */
export type TellingVerb =
  | 'skip'
  | 'pause'
  | 'resume'
  | 'restart'
  | 'add'
  | 'remove'
  | 'found'
  | 'fetch'
  | 'refuse'
  | 'kick'
  | 'code'
  | 'forget'
  | 'say'
  | 'move'
  | 'unpin'
  | 'undo'
  | 'hide'
  | 'unhide'
  | 'ban'
  | 'unban'
  | 'party start'
  | 'party end'
  | 'party closing'
  | 'stop';

/** Verbs that a question comes before, also when they were typed in full. */
export type SureVerb = 'party end' | 'stop' | 'kick' | 'ban' | 'forget' | 'code' | 'refuse' | 'restart';

/** How an action is called: in a sentence of the help, and in a word of the footer. */
interface Label {
  readonly help: string;
  readonly short: string;
}

export interface Words {
  readonly tabs: Readonly<Record<Tab, string>>;
  readonly empty: Readonly<Record<ListName | 'messages' | 'found', string>>;
  readonly columns: {
    readonly singer: string;
    readonly song: string;
    readonly wait: string;
    readonly why: string;
    readonly askers: string;
    readonly state: string;
    readonly lastAsked: string;
    readonly guest: string;
    readonly where: string;
    readonly sung: string;
    readonly waiting: string;
    readonly wishes: string;
    readonly seen: string;
    readonly artist: string;
    readonly title: string;
    readonly time: string;
    readonly at: string;
    readonly end: string;
    readonly number: string;
  };
  readonly header: {
    readonly looking: string;
    readonly lost: string;
    readonly noParty: string;
    since(time: string): string;
    closing(time: string, minutes: number): string;
    clients(n: number): string;
    named(n: number): string;
    degraded(names: string): string;
    problems(n: number): string;
  };
  readonly now: {
    readonly nobody: string;
    readonly paused: string;
    readonly unknown: string;
    silence(why: NowRow['why']): string;
    startsIn(time: string): string;
    left(time: string): string;
  };
  readonly next: {
    readonly title: string;
    readonly nobody: string;
    minutes(from: number, to: number): string;
    /** A word or two for the rule that decided. */
    rule(reason: Reason): string;
    readonly away: string;
    readonly gone: string;
    /** The connection is lost, but not for long. */
    readonly lost: string;
    /** Its song will not be over when the party ends. */
    readonly late: string;
    with(singer: string, partner: string): string;
  };
  readonly details: {
    asked(row: Missing, time: (ms: number) => string): string;
    /** `entry 5`: what the commands call it. */
    entry(queueId: number): string;
    /** Its song will not be over when the party ends, at that time. */
    late(time: string): string;
    wish(state: Missing['state']): string;
    guest(row: GuestRow): string;
    ended(end: Play['end']): string;
    readonly nobody: string;
  };
  /** null: no matter for the tab of messages. */
  message(event: Message['event'], time: (ms: number) => string): string | null;
  readonly actions: Readonly<Record<ActionId, Label>>;
  readonly views: Readonly<Record<ViewId, Label>>;
  readonly asks: Readonly<Record<AskName, string>>;
  /** What an answer must be that is refused before anybody is asked. */
  readonly mustBe: Partial<Readonly<Record<AskName, string>>>;
  readonly hints: {
    readonly field: string;
    readonly optional: string;
    readonly filter: string;
    readonly song: string;
    readonly file: string;
    readonly command: string;
    readonly question: string;
    /** Before a line typed in full that cannot be taken back. */
    sureCommand(line: string, verb: SureVerb): string;
    readonly exports: string;
    readonly page: string;
    readonly menu: string;
    readonly doing: string;
    readonly nothing: string;
    unknownKey(key: string): string;
    readonly unclosed: string;
    readonly noRow: string;
    readonly notHere: string;
    readonly watches: string;
    readonly saved: string;
    scanning(done: number, total: number | null): string;
    more(rows: number): string;
    /** Songs are chosen by number too. */
    byNumber(typed: string): string;
    /** Instead of a list that was not read yet. */
    readonly loading: string;
  };
  readonly headings: Readonly<Record<Tab | 'everywhere' | 'views' | 'help' | 'menu' | 'owner', string>>;
  /** The question before what cannot be taken back. */
  readonly sure: Readonly<Record<SureId, (row: AnyRow | null, answers: readonly string[]) => string>>;
  readonly keys: Readonly<Record<string, string>>;
  /** A sentence of karaokectl itself, in this language where the console has it. */
  sentence(text: string): string;
  readonly did: { readonly [V in TellingVerb]: (value: Results[V], time: (ms: number) => string) => string };
}
