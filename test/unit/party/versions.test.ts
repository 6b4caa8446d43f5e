import { expect, test } from '@jest/globals';
import { preferred } from '../../../src/party/versions.ts';
import type { Format } from '../../../src/party/versions.ts';

const version = (fileId: number, format: Format, size = 1) => ({ fileId, format, size });

test('of several files the one with graphics is sung to, then the bigger, then the one that was here first', () => {
  expect(preferred([])).toBeNull();
  expect(preferred([version(1, 'audio'), version(2, 'video'), version(3, 'zip'), version(4, 'mp3+cdg')])?.fileId).toBe(
    4,
  );
  expect(preferred([version(1, 'audio', 99), version(2, 'audio+lrc')])?.fileId).toBe(2);
  expect(preferred([version(1, 'zip', 5), version(2, 'zip', 6)])?.fileId).toBe(2);
  expect(preferred([version(2, 'zip'), version(1, 'zip')])?.fileId).toBe(1);
});
