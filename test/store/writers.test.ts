import { expect, test } from '@jest/globals';
import { child } from './child.ts';
import { evening } from './evening.ts';
import type { Evening } from './evening.ts';

async function namesOf(night: Evening): Promise<ReadonlySet<string>> {
  return new Set((await night.store.who()).guests.map(({ name }) => name));
}

const acknowledged = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => line.startsWith('new ')).map((line) => line.slice('new '.length));

test.each([2, 8])('%i processes that write at once lose nothing and are never told to come back', async (processes) => {
  using night = await evening();
  await using crew = new AsyncDisposableStack();
  const each = 160 / processes;
  const writers = Array.from({ length: processes }, (_, at) =>
    crew.use(child('store_writer', night.file, `Writer${at}`, String(each))),
  );
  expect(await Promise.all(writers.map((writer) => writer.ended()))).toEqual(writers.map(() => 0));
  const said = writers.flatMap(({ lines }) => acknowledged(lines));
  expect(said).toHaveLength(160);
  expect(await namesOf(night)).toEqual(new Set(said));
});

test('what was acknowledged before a SIGKILL is there, and the database goes on', async () => {
  using night = await evening();
  await using writer = child('store_writer', night.file, 'Victim', '100000');
  await writer.says(20);
  writer.process.kill('SIGKILL');
  expect(await writer.ended()).toBeNull();
  const said = acknowledged(writer.lines);
  expect(said.length).toBeGreaterThanOrEqual(20);
  const there = await namesOf(night);
  expect(said.filter((name) => !there.has(name))).toEqual([]);
  // One more may have been committed and not said; none can be half there.
  expect(there.size - said.length).toBeLessThanOrEqual(1);
  await expect(night.arrives('Survivor')).resolves.toMatchObject({ name: 'Survivor' });
});

test('a lock that another process keeps is waited for without deafness, then StoreBusy, and nothing is written', async () => {
  using night = await evening();
  await using holder = child('store_lock_holder', night.file);
  await holder.says(1);
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 20);
  await expect(night.arrives('Ada')).rejects.toMatchObject({ name: 'StoreBusy' });
  clearInterval(ticking);
  // 2.5 s hold 125 ticks; a process that slept in SQLite would have had one or two.
  expect(ticks).toBeGreaterThan(30);
  // Readers never wait for a writer.
  expect((await night.store.who()).guests).toEqual([]);
  holder.process.stdin?.end();
  await holder.ended();
  await expect(night.arrives('Ada')).resolves.toMatchObject({ name: 'Ada' });
});

test('a lock that is given back in time is only a delay', async () => {
  using night = await evening();
  await using holder = child('store_lock_holder', night.file);
  await holder.says(1);
  const arrival = night.arrives('Ada');
  holder.process.stdin?.end();
  await expect(arrival).resolves.toMatchObject({ name: 'Ada' });
});

test('writes of one process are committed in the order they were asked for', async () => {
  using night = await evening();
  const arrivals = await Promise.all(['Ada', 'Bo', 'Cy', 'Di'].map((name) => night.arrives(name)));
  const ids = arrivals.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort((a, b) => a - b));
});
