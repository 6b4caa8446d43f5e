/** The store on SQLite: how a process gets one. */
import type { Database } from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { StoreUnusable } from '../errors.ts';
import type { Store, StoreOptions } from '../store.ts';
import { awayMethods } from './away.ts';
import { connect } from './connect.ts';
import { inStoreWords } from './faults.ts';
import { groundOn } from './ground.ts';
import { banMethods } from './ban.ts';
import { exportMethods } from './export.ts';
import { hideMethods } from './hide.ts';
import { prepareDatabase, refuseUnprepared } from './prepare.ts';
import { djLineMethods } from './dj_line.ts';
import { djListMethods } from './dj_lists.ts';
import { fetchMethods } from './fetch.ts';
import { helloMethods } from './hello.ts';
import { importMethods } from './imports.ts';
import { jobMethods } from './jobs.ts';
import { libraryMethods } from './library/methods.ts';
import { lineMethods } from './line_methods.ts';
import { lineTidingsMethods } from './line_tidings.ts';
import { newsMethods } from './news.ts';
import { orderMethods } from './orders.ts';
import { ownMethods } from './own.ts';
import { partyMethods } from './party.ts';
import { peopleMethods } from './people.ts';
import { pinMethods } from './pins.ts';
import { playerMethods } from './player.ts';
import { presenceMethods } from './presence.ts';
import { recogniseMethods } from './recognise.ts';
import { requestMethods } from './requests.ts';
import { searchMethods } from './search.ts';
import { shelvingMethods } from './shelving.ts';
import { swapMethods } from './swap.ts';
import { tidingsMethods } from './tidings.ts';
import { transactionsOn } from './transact.ts';
import { undoMethods } from './undo/undo.ts';
import { whyMethods } from './why.ts';
import { wishNearMethods } from './wish_near.ts';

/** For every process but the supervisor: expects a prepared database. Throws StoreUnusable when it is not. */
export function openStore(options: StoreOptions): Store {
  const { file } = options;
  if (!existsSync(file)) throw new StoreUnusable(`There is no database ${file}. Start karaoked, which makes it`);
  let db: Database | null = null;
  try {
    db = connect(file);
    refuseUnprepared(db, file);
    return storeOn(db, options);
  } catch (error) {
    db?.close();
    throw inStoreWords(error, file);
  }
}

/**
 * For the supervisor, before the children start: makes the file (0600) or brings it up to date. Throws StoreUnusable when
 * the file is damaged, is not ours or comes from a newer karaoked, and StoreUnwritable when it cannot be written.
 */
export function prepareStore(options: StoreOptions): Store {
  return storeOn(prepareDatabase(options.file), options);
}

/** A store on a connection that is set up and prepared; the store closes it. */
export function storeOn(db: Database, options: StoreOptions): Store {
  const ground = groundOn(db, options);
  // What a transaction has taught the vocabulary is unlearnt with it.
  const transactions = transactionsOn(db, options.file, () => {
    ground.knownWords.clear();
  });
  return {
    ...searchMethods(ground, transactions),
    ...shelvingMethods(ground, transactions),
    ...importMethods(ground, transactions),
    ...jobMethods(ground, transactions),
    ...libraryMethods(ground, transactions),
    ...helloMethods(ground, transactions),
    ...recogniseMethods(ground, transactions),
    ...presenceMethods(ground, transactions),
    ...requestMethods(ground, transactions),
    ...lineMethods(ground, transactions),
    ...whyMethods(ground, transactions),
    ...lineTidingsMethods(ground, transactions),
    ...ownMethods(ground, transactions),
    ...swapMethods(ground, transactions),
    ...awayMethods(ground, transactions),
    ...partyMethods(ground, transactions),
    ...playerMethods(ground, transactions),
    ...peopleMethods(ground, transactions),
    ...orderMethods(ground, transactions),
    ...djLineMethods(ground, transactions),
    ...pinMethods(ground, transactions),
    ...djListMethods(ground, transactions),
    ...fetchMethods(ground, transactions),
    ...undoMethods(ground, transactions),
    ...hideMethods(ground, transactions),
    ...banMethods(ground, transactions),
    ...exportMethods(ground, transactions),
    ...wishNearMethods(ground, transactions),
    ...newsMethods(ground, transactions),
    ...tidingsMethods(ground, transactions),
    checkpoint: () => transactions.outside(() => void db.pragma('wal_checkpoint(PASSIVE)')),
    close: () => {
      db.close();
    },
  };
}
