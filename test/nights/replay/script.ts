/** What a night is made of, once its script has been read. Times are milliseconds since 1970, in the time zone of the machine. */

/** A setting of karaoked by its dotted name. */
export interface SettingSaid {
  readonly name: string;
  readonly value: string | number | null;
}

/** What somebody does at a time. */
export type Deed =
  | { readonly is: 'comes' }
  | { readonly is: 'returns' }
  /** Says LEAVE, `afterMin` minutes later. */
  | { readonly is: 'leaves'; readonly afterMin: number }
  | { readonly is: 'loses connection' }
  /** Songs by chance. `limit`: as many at once as the limit lets, the rest as soon as it lets. */
  | { readonly is: 'asks'; readonly songs: number; readonly how: 'at once' | 'limit' }
  | { readonly is: 'asks again after every turn' }
  /** Says MINE now and then. */
  | { readonly is: 'looks'; readonly everyMin: number };

export type Happening =
  | { readonly is: 'open'; readonly party: string }
  | { readonly is: 'guest'; readonly name: string; readonly deeds: readonly Deed[] }
  /** A protocol line, as typed; [Ada's africa], [song africa] and [wish africa] are numbers. */
  | { readonly is: 'says'; readonly name: string; readonly line: string }
  /** A line of karaokectl. */
  | { readonly is: 'dj'; readonly line: string }
  /** The song comes with a catalogue file. */
  | { readonly is: 'catalogue'; readonly artist: string; readonly title: string }
  | { readonly is: 'everybody returns' }
  /** A guest of the crowd, whose name chance gives. */
  | { readonly is: 'somebody'; readonly deeds: readonly Deed[] }
  | { readonly is: HostEvent };

/** `power cut`: nobody says goodbye. `karaoked stops`: SIGTERM. `Ctrl-C`: the end of the party, too. */
export const HOST_EVENTS = [
  'power cut',
  'karaoked starts',
  'karaoked stops',
  'Ctrl-C',
  'the player falls',
  'the sessions fall',
] as const;
export type HostEvent = (typeof HOST_EVENTS)[number];

export interface Timed {
  readonly atMs: number;
  /** Of the script, from 1. */
  readonly line: number;
  readonly happening: Happening;
}

/** What must be true of this night. */
export type Fact =
  | { readonly is: 'before'; readonly who: string; readonly other: string }
  | { readonly is: 'times'; readonly who: string; readonly least: number; readonly most: number }
  | { readonly is: 'song'; readonly who: string; readonly words: string }
  | { readonly is: 'at most more'; readonly who: string; readonly more: number }
  | { readonly is: 'heard'; readonly who: string; readonly words: string; readonly times: 'some' | 'never' | number };

export interface Expected {
  readonly line: number;
  /** As it stands in the script. */
  readonly said: string;
  readonly fact: Fact;
}

export interface NightScript {
  readonly seed: number;
  readonly settings: readonly SettingSaid[];
  /** In the order in which they happen. */
  readonly happenings: readonly Timed[];
  readonly expected: readonly Expected[];
}
