/** What the librarian imports: rows of a catalogue file, and which files need not be read again. */
import type { Store } from '../store.ts';
import { bring, withKeys } from './bring.ts';
import type { Ground } from './ground.ts';
import { enlist } from './library/versions.ts';
import type { Transactions } from './transact.ts';

type ImportMethods = Pick<Store, 'importRows' | 'wasImported' | 'rememberImport'>;

export function importMethods(ground: Ground, { read, write, repeatable }: Transactions): ImportMethods {
  return {
    importRows: async (rows) => {
      const named = rows.map(withKeys);
      const { result, heldMs } = await repeatable(() => {
        const brought = bring(ground, named);
        const added = brought.filter(({ is }) => is === 'added').length;
        const found = brought.map((each, at) =>
          each.is === 'known' ? enlist(ground, each.songId, rows[at]?.file ?? null) : each.found,
        );
        return { added, known: brought.length - added, found: found.reduce((sum, each) => sum + each, 0) };
      });
      return { ...result, heldMs };
    },
    wasImported: ({ path, size, mtimeMs }) =>
      read(() => {
        const same = ground.sql('SELECT 1 FROM imported_file WHERE path = ? AND size = ? AND mtime_ms = ?');
        return same.get(path, size, mtimeMs) !== undefined;
      }),
    rememberImport: ({ path, size, mtimeMs }) =>
      write(() => {
        ground
          .sql('INSERT OR REPLACE INTO imported_file (path, size, mtime_ms, at_ms) VALUES (?, ?, ?, ?)')
          .run(path, size, mtimeMs, ground.now());
      }),
  };
}
