/** The songs that the files of one directory could be. */
import type { OnDisk } from '../../store/library.ts';
import { unitsWithUltraStar } from '../media/claims.ts';
import { unitsIn } from '../media/units.ts';
import type { Candidate } from './compare.ts';
import type { Listing, Marks } from './directory.ts';

/** `path` is that of the directory: texts are read to know whether they are songs. */
export function candidatesIn(path: string, { names, marks }: Pick<Listing, 'names' | 'marks'>): readonly Candidate[] {
  const byName = new Map<string, Marks>();
  names.forEach((name, at) => {
    const its = marks[at];
    if (its) byName.set(name, its);
  });
  const marksOf = (name: string): Marks => byName.get(name) ?? { size: 0, mtimeMs: 0 };
  const onDisk = (main: string, parts: readonly string[]): OnDisk => {
    const all = parts.map(marksOf);
    return {
      name: main,
      others: parts.filter((part) => part !== main),
      size: all.reduce((sum, { size }) => sum + size, 0),
      mtimeMs: Math.max(...all.map(({ mtimeMs }) => mtimeMs)),
    };
  };
  const listed = unitsIn(names);
  const units = unitsWithUltraStar(path, names, listed).map((unit): Candidate => {
    const sizes = unit.parts.map((part) => marksOf(part).size);
    return { is: 'unit', unit, sizes, onDisk: onDisk(unit.main, unit.parts) };
  });
  const lost = listed.lost.map(({ file, reason }): Candidate => ({ is: 'lost', reason, onDisk: onDisk(file, [file]) }));
  return [...units, ...lost];
}
