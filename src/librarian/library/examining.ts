/** What is asked of whoever examines files, in this thread or in another one, and what is answered. */
import type { Naming } from '../../party/naming.ts';
import type { Told } from '../../store/library.ts';
import type { Unit } from '../media/formats.ts';

export interface ToExamine {
  /** Absolute, of their directory. */
  readonly path: string;
  readonly naming: Naming;
  readonly units: readonly { readonly unit: Unit; readonly sizes: readonly number[] }[];
}

/** A song, or why it is none for now. */
export type Found = { readonly song: Told } | { readonly reason: string };
