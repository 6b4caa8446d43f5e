/** The first lines: the party, who is here, what is wrong, and what sounds. Pure. */
import { mmss } from '../../../party/clock.ts';
import { songName } from '../../words.ts';
import { soundingAt } from '../clock.ts';
import type { State } from '../state.ts';
import { wordsIn } from '../words/speak.ts';
import type { Words } from '../words/words.ts';
import { between, cell, span } from './line.ts';
import type { Line, Span } from './line.ts';

const MINUTE = 60_000;
const SECOND = 1_000;

/** `Friday  since 20:00  ENDS 01:00, in 22 min      12 clients, 9 named  DEGRADED: player`. */
export function headerLine(state: State, nowMs: number, columns: number, time: (ms: number) => string): Line {
  const { header } = wordsIn(state.language);
  const { party, degraded, problems } = state;
  const right: Span[] = [span(`${header.clients(state.connections)}, ${header.named(state.namedGuests)}`)];
  if (degraded.length > 0) right.unshift(span(` ! ${header.degraded(degraded.join(', '))} `, 'alarm'), span('  '));
  else if (problems > 0) right.unshift(span(`${header.problems(problems)}  `, 'dim'));
  if (state.link === 'wanted') return [span(` ${header.looking}`, 'strong')];
  if (state.link === 'lost') return [span(` ! ${header.lost} `, 'alarm'), span(` ${state.lostBecause}`)];
  if (!party) return between([span(` ${header.noParty}`, 'strong')], right, columns);
  const left: Span[] = [span(` ${party.name}`, 'strong'), span(`  ${header.since(time(party.startedAtMs))}`, 'dim')];
  if (party.closingAtMs !== null) {
    const minutes = Math.ceil((party.closingAtMs - nowMs) / MINUTE);
    // Before the name: it is what must not be cut off.
    left.unshift(span(` ${header.closing(time(party.closingAtMs), minutes)} `, 'alarm'));
  }
  return between(left, right, columns);
}

/** Two lines: who sings what, and how far it is. */
export function nowLines(state: State, nowMs: number, columns: number): readonly [Line, Line] {
  const words = wordsIn(state.language);
  if (!state.now) return [[span(` ${words.now.unknown}`)], []];
  const now = state.link === 'there' ? soundingAt(state.now, nowMs) : state.now;
  if (now.state === 'silence' || now.artist === null || now.title === null) {
    return [[span(` ${words.now.silence(now.why)}`, 'strong')], []];
  }
  const who = now.singer === null ? words.now.nobody : together(now.singer, now.with, words);
  const first = [span(` ${now.state === 'paused' ? '||' : '>>'} `, 'live'), span(who, 'strong'), span('   ')];
  const song = span(songName({ artist: now.artist, title: now.title }));
  return [[...first, song], barLine(now.positionMs ?? 0, now.durationMs ?? 0, now.state, columns, words)];
}

export function together(singer: string, partner: string | null, { next }: Words): string {
  return partner === null ? singer : next.with(singer, partner);
}

/** ` [########----------]  1:12 / 5:54   4:42 left`; in the gap how long it is still, when paused that it is. */
function barLine(positionMs: number, durationMs: number, state: string, columns: number, { now }: Words): Line {
  const lasts = mmss(Math.round(durationMs / SECOND) * SECOND);
  const waits = positionMs < 0;
  const place = waits ? now.startsIn(mmss(Math.ceil(-positionMs / SECOND) * SECOND)) : `${mmss(positionMs)} / ${lasts}`;
  const left = waits ? lasts : now.left(mmss(durationMs - Math.floor(positionMs / SECOND) * SECOND));
  const figures = [span(`  ${place}   `, 'strong'), span(left)];
  const tail = state === 'paused' ? [...figures, span('   '), span(` ${now.paused} `, 'alarm')] : figures;
  const width = tail.reduce((sum, { text }) => sum + text.length, 0);
  const room = Math.max(4, columns - width - 6);
  const share = durationMs > 0 ? Math.max(0, Math.min(1, positionMs / durationMs)) : 0;
  const full = Math.floor(share * room);
  return [
    span(' '.repeat(4) + '['),
    span('#'.repeat(full), 'bar'),
    span(cell('', room - full).replaceAll(' ', '-'), 'dim'),
    span(']'),
    ...tail,
  ];
}
