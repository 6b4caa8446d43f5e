import type { Err } from './reply.ts';

/** The shortest way out of a grammar; thrown inside the parser only, which hands on its reply as a value. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly reply: Err;
  constructor(reply: Err) {
    super(reply.text);
    this.reply = reply;
  }
}
