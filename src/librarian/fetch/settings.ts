/** The settings of the fetch command, in the words of this folder. Pure. */
import type { Config } from '../../config/schema.ts';

/** As they are now; a reload changes them. */
export interface FetchSettings {
  /** The program and its arguments; none: off. */
  readonly command: readonly string[];
  /** Which wishes: all that are wanted, or those that the DJ asked to fetch. */
  readonly when: 'wanted' | 'asked';
  readonly timeoutMs: number;
  /** Where songs are kept, absolute. */
  readonly root: string;
}

export const fetchSettings = (config: Config): FetchSettings => ({
  command: config['fetch.command'],
  when: config['fetch.when'],
  timeoutMs: config['fetch.timeoutSeconds'] * 1_000,
  root: config['fetch.folder'],
});
