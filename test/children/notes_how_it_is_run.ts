/** A fetch command that writes down, a line of JSON for each start, what it was given; it brings nothing. */
import { appendFileSync } from 'node:fs';
const [notes = '', ...args] = process.argv.slice(2);
appendFileSync(notes, `${JSON.stringify({ args, env: process.env, cwd: process.cwd() })}\n`);
