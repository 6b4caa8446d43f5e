/** The connection went before the answer came, or there was none: nobody knows whether it was done. */
export class Lost extends Error {
  override readonly name = 'Lost';
}

/** For whom a loss is told elsewhere; anything else is a defect, and stays one. */
export function lostIsTold(error: unknown): void {
  if (!(error instanceof Lost)) throw error;
}
