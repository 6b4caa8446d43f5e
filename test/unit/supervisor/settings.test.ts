import { describe, expect, test } from '@jest/globals';
import { SETTINGS } from '../../../src/config/schema.ts';
import { affordableConnections, descriptorLimit } from '../../../src/supervisor/descriptors.ts';
import { compareSettings } from '../../../src/supervisor/settings.ts';
import { CONFIG } from './fakes.ts';

describe('a reload', () => {
  const compare = (more: Partial<typeof CONFIG>): ReturnType<typeof compareSettings> =>
    compareSettings(CONFIG, { ...CONFIG, ...more }, (name) => SETTINGS[name].live);

  test('takes what is live and keeps the rest as it runs, naming it', () => {
    const { config, needRestart } = compare({ 'queue.perGuest': 9, 'tcp.port': 1, 'party.name': 'Another' });
    expect(needRestart).toEqual(['tcp.port', 'party.name']);
    expect(config).toEqual({ ...CONFIG, 'queue.perGuest': 9 });
  });

  test('that changes nothing says so', () => {
    expect(compare({})).toEqual({ config: CONFIG, needRestart: [] });
  });
});

describe('the limit of open files', () => {
  test('leaves the house as large as it was wanted, or lowers it, never to nothing', () => {
    expect(affordableConnections(100, null)).toBe(100);
    expect(affordableConnections(100, 1_000_000)).toBe(100);
    expect(affordableConnections(10_000, 1_024)).toBe(768);
    expect(affordableConnections(10_000, 1_024, 256)).toBe(512);
    expect(affordableConnections(10_000, 64)).toBe(1);
  });

  test('is what the system says', () => {
    const limit = descriptorLimit();
    expect(limit === null || limit > 0).toBe(true);
  });
});
