/** What must be true of every night, whoever comes and whatever happens. */
import type { Chronicle } from '../chronicle.ts';
import { announcedStays } from './announced_stays.ts';
import { byes } from './byes.ts';
import { calls } from './calls.ts';
import { catchingUp } from './catching_up.ts';
import { evenTurns } from './even_turns.ts';
import { fewestFirst } from './fewest_first.ts';
import { firstSong } from './first_song.ts';
import { longestFirst } from './longest_first.ts';
import { notTwice } from './not_twice.ts';
import { nothingLost } from './nothing_lost.ts';
import { overdueOnce } from './overdue_once.ts';
import { pins } from './pins.ts';
import { randomSongs } from './random_songs.ts';
import { whoIsHere } from './who_is_here.ts';
import { wishesTold } from './wishes_told.ts';

/** Each gives a sentence for everything that speaks against it. */
export const PROPERTIES: Readonly<Record<string, (chronicle: Chronicle) => readonly string[]>> = {
  'nobody sings twice in a row while another guest waits': notTwice,
  'nobody who has had more turns goes before somebody who waits': fewestFirst,
  'of those who have had as many turns, who waits longest goes first': longestFirst,
  'who is overdue goes first, of three turns one': overdueOnce,
  'who waits all along has as many turns, give or take one': evenTurns,
  'whom the DJ pins to the next place is announced': pins,
  'who comes late catches up by one round at most': catchingUp,
  'nobody waits for a first song while others sing again': firstSong,
  'nothing is lost and nothing is sung twice': nothingLost,
  'random songs play only when nobody waits, none twice': randomSongs,
  'who said AWAY never sings, and who is here goes before who is not': whoIsHere,
  'who was announced stays announced': announcedStays,
  'who is told to be next is called, or there is a reason': calls,
  'everybody hears exactly one BYE': byes,
  'what became of a wish is told exactly once': wishesTold,
  'nothing breaks': ({ defects }) => defects,
};
