/** Watching, and looking after the program. */
import type { VerbTable } from './spec.ts';

export const careVerbs = {
  watch: { group: 'care', help: 'what happens, as it happens; ends with Ctrl-C', args: {}, options: {} },
  'db backup': {
    group: 'care',
    help: 'copy the database into a new file while the party goes on, and check the copy',
    args: { file: { kind: 'new-file', need: 'required', help: 'a file that is not there yet' } },
    options: {},
  },
  'db check': {
    group: 'care',
    help: 'read the whole database and say what is wrong with it; exit 1 when something is',
    args: {},
    options: {},
  },
  completion: {
    group: 'care',
    help: 'what a shell needs to complete these verbs; needs no karaoked',
    args: { shell: { kind: 'shell', need: 'required', help: 'bash, zsh or fish' } },
    options: {},
  },
  version: { group: 'care', help: 'the versions of karaokectl and karaoked', args: {}, options: {} },
} as const satisfies VerbTable;
