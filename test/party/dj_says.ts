/** How karaokectl's answers look to a test. */
import { expect } from '@jest/globals';

/** What a verb that was carried out says. */
export const said = (stdout: string | RegExp): object => ({
  code: 0,
  stderr: '',
  stdout: typeof stdout === 'string' ? `${stdout}\n` : (expect.stringMatching(stdout) as unknown),
});
/** What a verb that was not says: nothing on stdout, one sentence, an exit code. */
export const refused = (code: number, stderr: string | RegExp): object => ({
  code,
  stdout: '',
  stderr: typeof stderr === 'string' ? `${stderr}\n` : (expect.stringMatching(stderr) as unknown),
});
export const aNumber = expect.any(Number) as unknown;
export const entryOf = ({ final }: { readonly final: string }): number => Number(/^OK QUEUED (\d+)/.exec(final)?.[1]);
