/** What `--json` prints: one object, versioned, its names in snake case like the guests' JSON. */
import { EXITS } from '../dj/refusal.ts';
import type { Refusal } from '../dj/refusal.ts';

/** Grows when a field changes its meaning or goes; new fields do not count. */
const VERSION = 1;

export function resultDocument(value: object): string {
  return JSON.stringify({ version: VERSION, ...(snake(value) as object) });
}

export function refusalDocument({ code, text, candidates }: Refusal): string {
  const error = { code, exit: EXITS[code], text, ...(candidates ? { candidates: snake(candidates) } : {}) };
  return JSON.stringify({ version: VERSION, error });
}

/** The same value with every name in snake case; only names, all of which come from our own types. */
export function snake(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snake);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`),
      snake(inner),
    ]),
  );
}
