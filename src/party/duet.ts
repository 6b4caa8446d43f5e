/** Who sings, as every door shows it. */

/** `Ada`, or `Ada & Bo` when two sing. */
export function singers({ singer, partner }: { readonly singer: string; readonly partner: string | null }): string {
  return partner === null ? singer : `${singer} & ${partner}`;
}
