/** A guest that is a program: MODE json, and every line parsed. */
import type { Speaker } from './speaker.ts';

export type Json = Readonly<Record<string, unknown>>;

/** The final and the rows of one command, parsed. Throws on a line that is no JSON object. */
export async function asksJson(guest: Speaker, line: string): Promise<{ readonly rows: Json[]; readonly final: Json }> {
  const { rows, final } = await guest.asks(line);
  return { rows: rows.map(parsed), final: parsed(final) };
}

/** The next event of a topic, parsed. */
export async function hearsJson(guest: Speaker, topic: string): Promise<Json> {
  return parsed(await guest.hears(`{"t":"event","topic":"${topic}"`));
}

/** The type of every field, `null` for null: what a program may rely on. */
export function typesOf(json: Json): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, value === null ? 'null' : typeof value]),
  );
}

function parsed(line: string): Json {
  const json: unknown = JSON.parse(line);
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Error(`no JSON object: ${line}`);
  return json as Json;
}
