import { describe, expect, test } from '@jest/globals';
import { rowsOf } from '../../../../src/web/pages/talk/said.ts';
import { openedTalk, startTalk } from './talking.ts';
import { settled } from './fake_house.ts';

describe('What is asked', () => {
  test('is said with a tag after the first words, and answered in order with the rows that belong to it', async () => {
    const { house, talk } = await openedTalk();
    expect(house.call.spoken).toEqual(['MODE json', 'PARTY', 'WATCH all']);
    const [one, other] = await Promise.all([talk.say('SEARCH one'), talk.say('SEARCH other')]);
    expect(rowsOf(one, 'song row').map(({ title }) => title)).toEqual(['SEARCH one']);
    expect(rowsOf(other, 'song row').map(({ title }) => title)).toEqual(['SEARCH other']);
  });

  test('and is answered also by a refusal that could not read its tag', async () => {
    const { house, talk } = await openedTalk();
    house.mute = (line) => line.startsWith('SEARCH');
    const long = talk.say(`SEARCH ${'x'.repeat(2000)}`);
    await settled();
    await house.call.says({ t: 'err', code: 504, word: 'TOO_LONG', tag: null, retry: null, text: 'too long' });
    expect((await long).final).toMatchObject({ word: 'TOO_LONG' });
  });

  test('is one line, whatever was pasted', async () => {
    const { house, talk } = await openedTalk();
    await talk.say('SEARCH toto\r\nCANCEL 1');
    expect(house.call.spoken.at(-1)).toBe('SEARCH toto CANCEL 1');
    await expect(talk.say(' \n ')).rejects.toThrow('blank line');
  });

  test('is refused at once while there is no connection, and given up when it goes', async () => {
    const { house, talk } = startTalk();
    await expect(talk.say('NOW')).rejects.toThrow('no connection');
    await house.call.opens();
    house.mute = () => true;
    const asked = talk.say('NOW');
    await Promise.all([expect(asked).rejects.toMatchObject({ name: 'Lost' }), house.call.falls()]);
  });

  test('a line of a kind that this page does not know is passed over', async () => {
    const { house, talk, heard } = await openedTalk();
    const before = heard.length;
    await house.call.says({ t: 'picture', text: 'of a newer house' });
    expect(heard.length).toBe(before);
    expect((await talk.say('SEARCH one')).final).toMatchObject({ word: 'SEARCH' });
  });

  test('events are heard between answers, and an answer to nothing ends the connection', async () => {
    const { house, heard } = await openedTalk();
    await house.call.says({ t: 'event', topic: 'SAY', text: 'Hello!' });
    expect(heard.at(-1)).toMatchObject({ topic: 'SAY', text: 'Hello!' });
    await house.call.says({ t: 'ok', word: 'NOW', tag: 'nobody', text: '' });
    expect(house.call.hungUp).toBe(true);
  });

  test('who does not listen any more hears nothing', async () => {
    const { house, talk } = await openedTalk();
    const later: unknown[] = [];
    const stop = talk.on((heard) => later.push(heard));
    stop();
    await house.call.says({ t: 'event', topic: 'SAY', text: 'Hello!' });
    expect(later).toEqual([]);
  });
});
