/** db backup, db check, completion, version. */
import type { AsideProgress, BackupOutcome } from '../../store/care.ts';
import { completionFor } from '../completion/completion.ts';
import type { Asker, Answerers, Desk } from '../desk.ts';
import { done } from '../desk.ts';
import { refusal } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';

/** Often enough for the shortest --timeout that anybody means: one look at a large database says nothing for seconds. */
const TELL_EVERY_MS = 250;

export function careAnswers(desk: Desk): Pick<Answerers, 'db backup' | 'db check' | 'completion' | 'version'> {
  return {
    'db backup': async ({ file }, asker) => {
      const begunMs = desk.clock();
      const became = await telling(asker, (told) => desk.aside.backup(file, told, asker.gone));
      if (became.is !== 'done') return noBackup(file, became);
      return done({ file, bytes: became.bytes, ms: Math.round(desk.clock() - begunMs) });
    },
    'db check': async (_given, asker) => {
      const begunMs = desk.clock();
      const checked = await telling(asker, (told) => desk.aside.check(told, asker.gone));
      if (checked.is === 'failed') return refusal('failed', `The database cannot be read: ${checked.why}. ${RESTORE}`);
      const { bytes, checks, faults } = checked;
      const value = { bytes, ms: Math.round(desk.clock() - begunMs), checks, faults };
      return { ok: true, verdict: faults.length > 0 ? 'failed' : 'done', value };
    },
    completion: ({ shell }) => Promise.resolve(done({ shell, script: completionFor(shell) })),
    version: async () => {
      const tree = await desk.tree();
      return tree ? done({ karaoked: tree.version }) : refusal('failed', 'The supervisor does not answer. Try again.');
    },
  };
}

const RESTORE = 'Restore a backup: docs/operations.md, "Restore"';

/** Passes progress on, and says the last again while there is none: a thread that reads is not silent. */
async function telling<T>(asker: Asker, work: (told: (progress: AsideProgress) => void) => Promise<T>): Promise<T> {
  let last: AsideProgress | null = null;
  const tell = (): void => {
    if (last) asker.progress({ ...last, state: 'running', folder: null });
  };
  const again = setInterval(tell, TELL_EVERY_MS);
  try {
    return await work((progress) => {
      if (last?.kind !== progress.kind) asker.progress({ ...progress, state: 'running', folder: null });
      last = progress;
    });
  } finally {
    clearInterval(again);
  }
}

function noBackup(file: string, why: Exclude<BackupOutcome, { readonly is: 'done' }>): Refusal {
  switch (why.is) {
    case 'exists':
      return refusal('conflict', `"${file}" is there already, and a backup overwrites nothing. Say another name.`);
    case 'no-folder':
      return refusal('failed', `There is no folder for "${file}". Make it first (mkdir -p), or say another.`);
    case 'not-writable':
      return refusal(
        'failed',
        `The user that runs karaoked may not write "${file}". Say a folder that it may write to, or change its mode.`,
      );
    case 'no-room':
      return refusal(
        'failed',
        `"${file}" needs ${mb(why.needed)}, and ${mb(why.free)} are free there. Make room, or say another folder.`,
      );
    case 'damaged':
      return refusal(
        'failed',
        `The copy was thrown away, it is not whole: ${why.faults[0]?.found ?? ''}. Look with: karaokectl db check`,
      );
    case 'failed':
      return refusal('failed', `No backup was made: ${why.why}. What was begun is removed.`);
  }
}

const mb = (bytes: number): string => `${Math.ceil(bytes / 1_048_576)} MB`;
