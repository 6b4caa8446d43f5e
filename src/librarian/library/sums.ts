/** What a scan adds up while it goes on; the meanings are those of ScanResult. */
export interface Sums {
  files: number;
  added: number;
  changed: number;
  moved: number;
  vanished: number;
  found: number;
}

export const noSums = (): Sums => ({ files: 0, added: 0, changed: 0, moved: 0, vanished: 0, found: 0 });
