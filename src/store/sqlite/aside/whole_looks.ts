/** Whether the file is a whole database of this program: what a copy must be too. */
import SQLite from 'better-sqlite3';
import type { Database } from 'better-sqlite3';
import { MIGRATIONS } from '../migrations/index.ts';
import { NAMED } from './look.ts';
import type { Look } from './look.ts';

const RESTORE =
  'Restore a backup (docs/operations.md, "Restore"). Without one: stop karaoked, keep a copy of the file, and let ' +
  'sqlite3 save what it can: sqlite3 karaoke.db .recover | sqlite3 saved.db';

export const wholeLooks: readonly Look[] = [
  // Since SQLite 3.44 this reads the full-text indexes too (xIntegrity), without the lock that FTS5's own command takes.
  { check: 'pages and indexes', remedy: RESTORE, look: brokenPages },
  { check: 'references between tables', remedy: RESTORE, look: danglingReferences },
  {
    check: 'schema',
    remedy: `This karaoked knows schema ${MIGRATIONS.length}. Start the karaoked that wrote the database, or restore a backup`,
    look: strangeSchema,
  },
];

function brokenPages(db: Database): readonly string[] {
  const lines = db.prepare(`PRAGMA integrity_check(${NAMED})`).pluck().all() as string[];
  return lines.filter((line) => line !== 'ok').map((line) => line.replace(/\s+/g, ' '));
}

interface Dangling {
  readonly table: string;
  readonly rowid: number | null;
  readonly parent: string;
}

function danglingReferences(db: Database): readonly string[] {
  const rows = db.pragma('foreign_key_check') as Dangling[];
  const named = rows.slice(0, NAMED).map(({ table, rowid, parent }) => {
    const row = rowid === null ? 'a row' : `row ${rowid}`;
    return `${row} of ${table} names a row of ${parent} that is not there`;
  });
  return rows.length > NAMED ? [...named, `and ${rows.length - NAMED} more`] : named;
}

/** Compared with a database that is made this moment: whatever differs, somebody has changed by hand, or a migration failed. */
function strangeSchema(db: Database): readonly string[] {
  const version = db.pragma('user_version', { simple: true }) as number;
  if (version !== MIGRATIONS.length) return [`it has schema ${version}`];
  const fresh = new SQLite(':memory:');
  try {
    for (const sql of MIGRATIONS) fresh.exec(sql);
    const [is, should] = [shapeOf(db), shapeOf(fresh)];
    return [
      ...[...should].flatMap(([name, sql]) =>
        is.get(name) === sql ? [] : [is.has(name) ? `${name} is another` : `${name} is missing`],
      ),
      ...[...is.keys()].filter((name) => !should.has(name)).map((name) => `${name} is a stranger`),
    ];
  } finally {
    fresh.close();
  }
}

function shapeOf(db: Database): ReadonlyMap<string, string> {
  const rows = db
    .prepare(
      `SELECT type || ' ' || name AS name, coalesce(sql, '') AS sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'`,
    )
    .all() as { readonly name: string; readonly sql: string }[];
  return new Map(rows.map(({ name, sql }) => [name, sql]));
}
