import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeFolder } from '../../../src/supervisor/folder.ts';
import { takeHostLock } from '../../../src/supervisor/host_lock.ts';
import { openHouse } from '../../../src/supervisor/house.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'karaoke-house-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const mode = (path: string): number => statSync(path).mode & 0o777;

describe('the house', () => {
  test('is made with its places, closed to others, and its secret stays the same', () => {
    const varDir = join(folder, 'a', 'b');
    const { run, secret, logFile } = openHouse(varDir, '');
    expect([mode(run), mode(join(run, 'secret'))]).toEqual([0o700, 0o600]);
    expect(statSync(join(logFile, '..')).isDirectory()).toBe(true);
    expect(secret).toHaveLength(32);
    chmodSync(run, 0o777);
    expect(openHouse(varDir, '').secret.equals(secret)).toBe(true);
    expect(mode(run)).toBe(0o700);
  });

  test('that cannot be is refused with code 78 and what to do', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => openHouse(join(folder, 'file', 'var'), '')).toThrow(
      expect.objectContaining({ name: 'Cannot', code: 78, message: expect.stringContaining('choose another --var') }),
    );
    expect(() => openHouse(join(folder, 'var'), 'no-such-group')).toThrow(
      expect.objectContaining({ name: 'Cannot', code: 78, message: expect.stringContaining('"no-such-group"') }),
    );
  });

  test('has one host at a time', () => {
    const house = openHouse(folder, '');
    const first = takeHostLock(house);
    expect(() => takeHostLock(house)).toThrow(
      expect.objectContaining({ code: 6, message: expect.stringContaining(`(pid ${process.pid})`) }),
    );
    first.release();
    takeHostLock(house).release();
  });
});

describe('a folder', () => {
  test('is made with everything above it; one that is there is no mistake', () => {
    const path = join(folder, 'a', 'b', 'c');
    makeFolder(path);
    makeFolder(path);
    expect(statSync(path).isDirectory()).toBe(true);
  });

  test('that can never be made is an error, and not a wait without end', () => {
    expect(() => {
      makeFolder('/proc/karaoke/var');
    }).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });
});
