/** `npm run night <file>`, as anybody runs it. */
import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TOOL = join(import.meta.dirname, '..', '..', 'tools', 'night.ts');
const NIGHT = ['20:00 open "Short"', '20:01 Ada comes', '20:01 Ada: request toto - africa', '20:15 DJ: party end'];

function night(...more: readonly string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'karaoked-script-'));
  try {
    const file = join(folder, 'short.night');
    writeFileSync(file, [...NIGHT, ...more].join('\n'));
    const { status, stdout, stderr } = spawnSync(process.execPath, [TOOL, file], { encoding: 'utf8' });
    return { code: status, out: stdout, err: stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('prints what was said to whom, who sang and why, and a summary', () => {
  const { code, out, err } = night('expect Ada sang "africa"');
  expect(err).toBe('');
  expect(out).toMatch(/^20:01:00 {2}Ada +< OK QUEUED 1 song=\d+ position=1 wait=\d+-\d+ Toto - Africa$/m);
  expect(out).toMatch(
    /^20:\d\d:\d\d {2}stage +Ada sings Toto - Africa \(turn 1; .*; was told \d+-\d+ min, it was \d+:\d\d\)$/m,
  );
  expect(out).toMatch(/^songs sung 1, skipped 0, at random \d+; wishes found 0$/m);
  expect(out).toMatch(/^everything is as it should be$/m);
  expect(code).toBe(0);
});

test('exits 1 when it was not as expected, and says what instead', () => {
  const { code, out } = night('expect Ada sang 2 times');
  expect(out).toMatch(/^line 5: expected Ada sang 2 times, but Ada sang 1 times$/m);
  expect(code).toBe(1);
});

test.each([
  ['20:20 Ada dances', 'line 5: "Ada dances" is nothing that happens'],
  ["20:20 DJ: remove [Ada's waterloo]", "line 5: [Ada's waterloo] is not there at this moment"],
  ['20:20 Ada: now', 'line 5: Ada is not connected and cannot say "now"'],
])('exits 2 at a line that cannot be read or done: %s', (line, refusal) => {
  const { code, err } = night(line);
  expect(err).toContain(refusal);
  expect(code).toBe(2);
});
