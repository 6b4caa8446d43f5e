/** A whole small night, as two guests and whoever looks at the TV see it. */
import { expect, test } from '@jest/globals';
import { wordsIn } from '../../../src/web/words/words.ts';
import { SONGS } from '../../party/party.ts';
import { openBar } from './bar.ts';
import { clockIn } from './clock_in.ts';

const { frame } = wordsIn('en');

/** Sung to its end, which skipping is not. */
const SHORT_S = 10;

const bar = openBar({
  songs: SONGS.map(([artist, title, seconds]) => [artist, title, title === 'Africa' ? SHORT_S : seconds]),
  flags: ['--party', 'Friday at Tosho’s'],
  settings: { PLAYER_GAP_SECONDS: 0, PLAYER_ON_REQUEST: 'finish' },
});

test('two guests and a stage, from the first song asked for to the goodbye', async () => {
  const { party } = bar;
  // The short one is Bo's to sing: as the random song before Ada it would end, and call her, at any moment.
  while (((await party.order('now')) as { now: { title: string } }).now.title === 'Africa') await party.order('skip');
  await using tv = await bar.stage();
  await using ada = await bar.phone();
  await using bo = await bar.phone();
  await Promise.all([tv, ada, bo].map((each) => each.shows('Friday at Tosho’s')));

  // Joining is asking for a song, misspelt.
  await ada.looksFor('bohemain rapsody');
  await ada.taps('Sing Queen – Bohemian Rhapsody');
  await ada.saysName('Ada');
  await ada.shows(/Queen – Bohemian Rhapsody: you are first in the line/);
  await ada.shows('You are next!', ada.call);
  await bo.asksFor('Toto – Africa', 'Bo');
  await bo.shows(/Toto – Africa: place 2 in the line/);
  await tv.shows('Ada');
  await tv.shows('Africa');

  // What is not here is wished for, and is wanted by both.
  await bo.looksFor('Nirvana - Lithium');
  await bo.taps('Ask the DJ for Nirvana – Lithium');
  await bo.shows('You are the first to want it.');
  await ada.looksFor('Nirvana - Lithium');
  await ada.taps('Ask the DJ for Nirvana – Lithium');
  await ada.shows('1 other guest wants it too.');
  expect((await party.dj('found', '1', '5')).stderr).toBe('');
  await bo.shows('AC/DC – Highway to Hell is here now!');

  // The turn.
  await party.dj('skip');
  await ada.shows('The microphone is yours!', ada.call);
  await bo.shows('You are next!', bo.call);
  await tv.shows('Bohemian Rhapsody');

  // Away, and back.
  await bo.opens('mine');
  await bo.taps('I am away');
  await bo.shows('You are away. Your places are kept, and nobody calls you.');
  await bo.hides('You are next!', bo.call);
  await bo.taps('I am back');
  await bo.shows('You are next!', bo.call);

  // The DJ speaks, pauses, skips: seen everywhere at once.
  await party.dj('say', 'Tosho’s <b>birthday</b>!');
  await Promise.all([tv, ada, bo].map((each) => each.shows('Tosho’s <b>birthday</b>!')));
  await party.dj('pause');
  await Promise.all([tv, ada, bo].map((each) => each.shows(/paused/i)));
  await party.dj('resume');
  await Promise.all([tv, ada, bo].map((each) => each.hides(/paused/i)));
  await party.dj('skip');
  await bo.shows('The microphone is yours!', bo.call);
  await ada.hides('The microphone is yours!', ada.call);
  await tv.shows('Bo');

  // Last call, and the last song.
  await party.dj('party', 'closing', clockIn(20));
  await Promise.all([tv, ada, bo].map((each) => each.shows(/last call/i)));
  await bo.hides('The microphone is yours!', bo.call);
  await party.dj('party', 'end');
  await Promise.all([ada, bo].map((each) => each.shows(frame.goodbye)));
  await bo.shows(frame.sungTonight(1));
  await ada.shows(frame.sungNothing);
  await tv.shows('Good night!');
  // Who turns the TV on again now sees it too.
  await tv.page.reload();
  await tv.shows('Thank you for singing at Friday at Tosho’s.');
});
