/** Whether a night was as it should be: the properties of every night, and what its script expects. */
import type { Night } from './replay.ts';
import { brokenFacts } from './facts.ts';
import { PROPERTIES } from './properties/all.ts';

/** A sentence for everything that is broken; none: the night was good. */
export function brokenIn({ script, chronicle }: Night): readonly string[] {
  const properties = Object.entries(PROPERTIES).flatMap(([name, broken]) =>
    broken(chronicle).map((how) => `broken: ${name}. ${how}`),
  );
  return [...properties, ...brokenFacts(script.expected, chronicle)];
}
