/**
 * How the store says that it cannot, as opposed to that it will not: outcomes of a request are values, these are thrown.
 * Everything else that a store method throws is a defect.
 */

/** Another process held the write lock for the whole 2.5 s of asynchronous retries. Nothing was written. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
}

/** The disk is full, or failed to write or sync. Nothing was acknowledged; reads still work. */
export class StoreUnwritable extends Error {
  override readonly name = 'StoreUnwritable';
}

/** The file is not a database this program can use: damaged, not SQLite, or from a newer karaoked. */
export class StoreUnusable extends Error {
  override readonly name = 'StoreUnusable';
}
