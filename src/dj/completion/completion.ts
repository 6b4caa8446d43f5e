/** What a shell needs to complete karaokectl's verbs: a script, made from their table. */
import type { Shell } from '../kinds.ts';
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { zsh } from './zsh.ts';

const WRITE: Readonly<Record<Shell, () => string>> = { bash, zsh, fish };

/** The script for `shell`, to be read by it when it starts. */
export const completionFor = (shell: Shell): string => WRITE[shell]();
