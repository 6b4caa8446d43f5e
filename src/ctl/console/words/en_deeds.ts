/** What was done, and what is asked before it is, in English. */
import type { QueueRow } from '../../../dj/results/line.ts';
import type { Steered } from '../../../dj/results.ts';
import { visible } from '../../../party/visible.ts';
import type { GuestRow, Missing } from '../../../store/dj.ts';
import { count, songName } from '../../words.ts';
import type { SureVerb, Words } from './words.ts';

const guest = (row: unknown): string => visible((row as GuestRow).name);

export const enSure: Words['sure'] = {
  restart: () => 'The song begins anew, and where it is now is lost. Restart it?',
  end: () => 'Everybody is told and disconnected. End the party?',
  stop: () => 'karaoked stops, the music and every connection with it. Stop it?',
  refuse: (row, [reason = '']) => `Refuse ${songName(row as Missing)} with: ${visible(reason)}?`,
  kick: (row) => `End the connections of ${guest(row)}?`,
  ban: (row) => `Kick ${guest(row)} out for good: songs out of the line, the name shut?`,
  code: (row) => `A new code for ${guest(row)}? The old one is worth nothing then.`,
  forget: (row) => `Erase name and code of ${guest(row)} for ever?`,
};

/** What comes of it, before a line typed in full is done. */
export const enOutcome: Readonly<Record<SureVerb, string>> = {
  'party end': 'everybody is told and disconnected.',
  stop: 'the music and every connection stop.',
  restart: 'the song begins anew, and where it is now is lost.',
  refuse: 'whoever asked for it is told.',
  kick: 'the guest is told and shown out.',
  ban: 'the guest is shown out, the songs leave the line, the name is shut.',
  code: 'the old code is worth nothing then.',
  forget: 'name and code are erased for ever.',
};

export const enDid: Words['did'] = {
  skip: (steered) => steered_(steered, 'Skipped', 'Skipped already', ' u takes it back.'),
  pause: (steered) => steered_(steered, 'Paused', 'Paused already', ' Space goes on.'),
  resume: (steered) => steered_(steered, 'Going on', 'It was not paused', ''),
  restart: (steered) => steered_(steered, 'From the beginning', 'It is at its beginning', ''),
  add: ({ singer, with: partner, song, position, waitFromMin, waitToMin, alsoAskedBy, tooLateFor }, time) =>
    [
      `${visible(partner === null ? singer : `${singer} & ${partner}`)}: ${songName(song)}, place ${position ?? '?'}`,
      waitFromMin === null || waitToMin === null ? '' : `, in ${waitFromMin}-${waitToMin} min`,
      tooLateFor === null ? '' : `. The party ends at ${time(tooLateFor)}: IT DOES NOT FIT`,
      alsoAskedBy.length > 0 ? `. ${visible(alsoAskedBy.join(', '))} waits for the same song` : '',
      '. u takes it back.',
    ].join(''),
  remove: ({ singer, artist, title }) =>
    `Out of the line: ${songName({ artist, title })} (${visible(singer)}). u takes it back.`,
  move: (row) => `${row.outcome === 'already' ? 'It is there already: ' : ''}${placed(row)} ${row.note ?? ''}`,
  unpin: (row) =>
    row.outcome === 'already' ? `Not pinned: ${placed(row)}` : `Its turn comes by the rules: ${placed(row)}`,
  undo: ({ undone, who, orderedAtMs, singer, artist, title, told }, time) =>
    [
      `Taken back: ${undone}`,
      artist === null || title === null ? '' : `, ${songName({ artist, title })}`,
      singer === null ? '' : ` (${visible(singer)})`,
      `, by ${visible(who)} at ${time(orderedAtMs)}.`,
      told > 0 ? ` ${count(told, 'guest')} had heard of it.` : '',
    ].join(''),
  hide: ({ outcome, artist, title, waiting }) =>
    [
      `${songName({ artist, title })} is hidden${outcome === 'already' ? ' already' : ''}.`,
      waiting.length > 0
        ? ` It still waits in the line for ${visible(waiting.map(({ singer }) => singer).join(', '))}.`
        : '',
      outcome === 'already' ? '' : ' u takes it back.',
    ].join(''),
  unhide: ({ artist, title }) => `${songName({ artist, title })} is shown.`,
  ban: ({ outcome, guest: name, cancelled, onStage }) =>
    [
      `${visible(name)} is banned${outcome === 'already' ? ' already' : ''}.`,
      cancelled.length > 0 ? ` ${count(cancelled.length, 'song')} out of the line.` : '',
      onStage ? ' The song is on: s skips it.' : '',
      outcome === 'already' ? '' : ' u takes it back.',
    ].join(''),
  unban: ({ guest: name, outcome, cancelled }) =>
    [
      outcome === 'already' ? `${visible(name)} was not banned.` : `${visible(name)} may come in again.`,
      cancelled.length > 0 ? ` What the ban cancelled stays so: ${cancelled.join(', ')}.` : '',
    ].join(''),
  found: ({ artist, title, askers }) =>
    `${songName({ artist, title })} is here; ${count(askers, 'guest')} will hear of it. u takes it back.`,
  fetch: ({ artist, title, outcome }) =>
    `${songName({ artist, title })} is ${outcome === 'started' ? 'being fetched' : 'fetched next'}.`,
  refuse: ({ artist, title, askers }) =>
    `${songName({ artist, title })} is refused; ${count(askers, 'guest')} will hear why. u takes it back.`,
  kick: ({ guest: name, connections }) =>
    connections === 0 ? `${visible(name)} was not connected.` : `${visible(name)} is told and leaves.`,
  code: ({ guest: name, code }) =>
    `The code of ${visible(name)} is now ${code}. On the phone: HELLO ${visible(name)} ${code}`,
  forget: ({ guest: name }) => `${visible(name)} is forgotten.`,
  say: ({ connections }) =>
    connections === 0 ? 'Nobody is connected, so nobody reads it.' : `Said to ${count(connections, 'client')}.`,
  'party start': ({ party }) => `"${visible(party.name)}" is on.`,
  'party end': ({ outcome, party }, time) =>
    outcome === 'ended'
      ? `"${visible(party.name)}" is over; everybody is told.`
      : `Last call: "${visible(party.name)}" ends at ${time(party.closingAtMs ?? 0)}. C and off withdraw it.`,
  'party closing': ({ outcome, party }, time) =>
    outcome === 'withdrawn' || party.closingAtMs === null
      ? 'The closing time is withdrawn; the party ends when you end it.'
      : `"${visible(party.name)}" ends at ${time(party.closingAtMs)}.`,
  stop: () => 'karaoked has stopped. The party goes on at its next start.',
};

/** `Toto - Africa (Ada): place 1, in 0-4 min.` */
function placed(row: QueueRow): string {
  const { singer, with: partner, position, waitFromMin, waitToMin } = row;
  const who = visible(partner === null ? singer : `${singer} & ${partner}`);
  const wait = waitFromMin === null || waitToMin === null ? '' : `, in ${waitFromMin}-${waitToMin} min`;
  return `${songName(row)} (${who}): place ${position}${wait}.`;
}

function steered_({ outcome, before }: Steered, done: string, already: string, remedy: string): string {
  const what =
    before.artist === null || before.title === null
      ? ''
      : `: ${songName({ artist: before.artist, title: before.title })}`;
  return outcome === 'done' ? `${done}${what}.${before.singer === null ? '' : remedy}` : `${already}.`;
}
