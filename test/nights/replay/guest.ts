/** A guest of a night: says lines, hears lines, and has habits. Knows nothing but what was said on the line. */
import type { Chance } from './chance.ts';
import type { Chronicle, Visit } from './chronicle.ts';
import type { NightClock } from './clock.ts';
import type { PresenceBook } from './presence_book.ts';
import type { Deed } from './script.ts';
import type { Line, Sessions } from './sessions.ts';
import { understand } from './understanding.ts';
import type { Understood } from './understanding.ts';

export interface GuestHands {
  readonly clock: NightClock;
  readonly chronicle: Chronicle;
  readonly book: PresenceBook;
  readonly chance: Chance;
  /** Where to connect to; throws when karaoked does not run. */
  readonly sessions: () => Sessions;
  /** Everything that can be asked for. */
  readonly songs: readonly { readonly artist: string; readonly title: string }[];
}

export interface NightGuest {
  readonly name: string;
  readonly isConnected: boolean;
  does(deed: Deed): Promise<void>;
  says(text: string): Promise<void>;
  /** The machine at the other end has lost its power. */
  cut(): void;
}

const MINUTE_MS = 60_000;
/** Who wants more than the limit lets has the next song ready. */
const AT_ONCE_MS = 2_000;
/** After a turn people get a drink first. */
const DRINK_MIN = { least: 1, spread: 8 } as const;
const TRIES = 5;

export function createGuest(name: string, hands: GuestHands): NightGuest {
  const { clock, chronicle, book, chance } = hands;
  let line: Line | null = null;
  let visit: Visit | null = null;
  let code: string | null = null;
  let isNamed = false;
  let saying = '';
  /** Since the last line was said. */
  let understood: Understood[] = [];
  let wanted = 0;
  let asksAgain = false;
  const asked = new Set<number>();

  const note = (what: string): void => {
    const masked = code === null ? what : what.replaceAll(code, '······');
    chronicle.log.push({ atMs: clock.now(), who: name, what: masked });
  };
  const defect = (error: unknown): void => {
    chronicle.defects.push(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  };
  const gone = (end: Visit['end']): void => {
    if (isNamed) book.went(name);
    if (visit) Object.assign(visit, { untilMs: clock.now(), end });
    [line, visit, isNamed] = [null, null, false];
  };
  const goOnAsking = (): void => {
    if (wanted > 0) clock.after(AT_ONCE_MS, () => void askForMore().catch(defect));
    if (asksAgain)
      clock.after((DRINK_MIN.least + chance(DRINK_MIN.spread)) * MINUTE_MS, () => void askForOne().catch(defect));
  };
  const react = (one: Understood): void => {
    if (one.is === 'code') ({ code } = one);
    if (one.is === 'BYE' && visit) visit.byes += 1;
    if (one.is === 'TURN') goOnAsking();
    if (one.is === 'away' || one.is === 'back') {
      book.said(name, one.is);
      chronicle.aways.push({ atMs: clock.now(), who: name, is: one.is });
    }
  };
  const hears = (text: string): void => {
    const isEvent = text.startsWith('* ');
    for (const one of understand(text, isEvent ? '' : saying)) {
      react(one);
      if (!isEvent) understood.push(one);
      chronicle.heard.push({ ...one, atMs: clock.now(), who: name, connection: visit?.connection ?? 0 });
    }
    note(`< ${text}`);
    if (saying === 'HELLO' && text.startsWith('OK HELLO') && !isNamed) {
      isNamed = true;
      book.came(name);
    }
  };

  let last: Promise<void> = Promise.resolve();
  /** One line after the other, as on any line. */
  const says = (text: string): Promise<void> => {
    const mine = last.then(async () => {
      if (!line) throw new Error(`${name} is not connected and cannot say "${text}"`);
      note(`> ${text}`);
      saying = /^(?:#\S+ +)?(\S+)/.exec(text)?.[1]?.toUpperCase() ?? '';
      understood = [];
      await line.says(text);
      saying = '';
    });
    last = mine.catch(() => undefined);
    return mine;
  };
  const connect = async (): Promise<void> => {
    if (line) throw new Error(`${name} is here already`);
    visit = {
      connection: chronicle.visits.length + 1,
      who: name,
      fromMs: clock.now(),
      untilMs: null,
      end: null,
      byes: 0,
    };
    chronicle.visits.push(visit);
    note('connects');
    line = await hands.sessions().connects({
      hears,
      closed: () => {
        gone((visit?.byes ?? 0) > 0 ? 'bye' : 'left');
      },
    });
    await says(code === null ? `HELLO ${name}` : `HELLO ${name} ${code}`);
  };
  const askForOne = async (): Promise<'queued' | 'limit' | 'no'> => {
    for (let tries = 0; tries < TRIES && line; tries += 1) {
      const at = chance(hands.songs.length);
      const song = hands.songs[at];
      if (!song || asked.has(at)) continue;
      asked.add(at);
      await says(`REQUEST ${song.artist} - ${song.title}`);
      if (understood.some(({ is }) => is === 'queued')) return 'queued';
      if (understood.some(({ is }) => is === 'limit')) return 'limit';
    }
    return 'no';
  };
  const askForMore = async (): Promise<void> => {
    while (wanted > 0 && (await askForOne()) === 'queued') wanted -= 1;
  };
  const look = (everyMin: number): void => {
    clock.after(everyMin * MINUTE_MS, () => {
      if (!line) return;
      says('MINE').catch(defect);
      look(everyMin);
    });
  };

  return {
    name,
    get isConnected() {
      return line !== null;
    },
    says,
    does: async (deed) => {
      switch (deed.is) {
        case 'comes':
        case 'returns':
          return connect();
        case 'leaves':
          if (deed.afterMin === 0) return says('LEAVE');
          clock.after(deed.afterMin * MINUTE_MS, () => {
            if (line) says('LEAVE').catch(defect);
          });
          return;
        case 'loses connection': {
          const lost = line;
          if (!lost) throw new Error(`${name} is not connected, so no connection can be lost`);
          note('has lost the connection');
          gone('lost');
          return lost.hangUp();
        }
        case 'asks':
          if (deed.how === 'limit') {
            wanted += deed.songs;
            return askForMore();
          }
          for (let songs = 0; songs < deed.songs; songs += 1) await askForOne();
          return;
        case 'asks again after every turn':
          asksAgain = true;
          return;
        case 'looks':
          look(deed.everyMin);
          return;
      }
    },
    cut: () => {
      if (line) gone('cut');
    },
  };
}
