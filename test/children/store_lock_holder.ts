/** Takes the write lock of a database, says so, and keeps it until its stdin ends. */
import SQLite from 'better-sqlite3';

const db = new SQLite(process.argv[2]);
db.exec('BEGIN IMMEDIATE');
process.stdout.write('locked\n');
process.stdin.resume().once('end', () => {
  db.exec('ROLLBACK');
  db.close();
});
