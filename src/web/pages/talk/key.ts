/** A client's own id for what it says, which nobody guesses. randomUUID would be nicer, but a page that came by plain http has none. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
