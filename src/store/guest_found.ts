/** Which guest the DJ meant, or why that is not clear. */

export type GuestFound<T> =
  | T
  | { readonly is: 'no-such-guest' }
  /** The words fit several; say the id. */
  | { readonly is: 'which-guest'; readonly guests: readonly { readonly id: number; readonly name: string }[] };
