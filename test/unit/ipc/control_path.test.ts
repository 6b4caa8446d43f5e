import { describe, expect, test } from '@jest/globals';
import { controlPath, controlPathProblem } from '../../../src/ipc/control_path.ts';

describe("the path of the DJ's socket", () => {
  test('lies in run/ and is absolute', () => {
    expect(controlPath('/srv/karaoke')).toBe('/srv/karaoke/run/control.sock');
    expect(controlPath('var')).toBe(`${process.cwd()}/var/run/control.sock`);
  });

  const most = process.platform === 'linux' ? 107 : 103;
  const ofBytes = (bytes: number): string => `/${'v'.repeat(bytes - '/run/control.sock'.length - 1)}`;

  test('is fine up to what the system allows, and refused with the remedy beyond', () => {
    expect(controlPathProblem(ofBytes(most))).toBeNull();
    expect(controlPathProblem(ofBytes(most + 1))).toMatch(/108|104/);
    expect(controlPathProblem(ofBytes(most + 1))).toContain('shorter --var');
  });

  test('is measured in bytes, not in letters', () => {
    expect(controlPathProblem(`/${'ж'.repeat(50)}`)).toContain('shorter --var');
  });
});
