/** Those who are here, and those who were. */
import type { VerbTable } from './spec.ts';

export const guestsVerbs = {
  guests: {
    group: 'guests',
    help: 'connected clients, and who sings tonight',
    args: {},
    options: { banned: { kind: 'flag', need: 'optional', help: 'those who are banned, here or not' } },
    menu: { label: 'Connected clients' },
  },
  kick: {
    group: 'guests',
    help: "end a guest's connections",
    args: {
      guest: { kind: 'text', need: 'required', help: 'name or number' },
      reason: { kind: 'text', need: 'optional', help: 'a sentence for the guest' },
    },
    options: {},
  },
  ban: {
    group: 'guests',
    help: 'kick a guest for good: no entry, no HELLO under that name, until "unban"',
    args: {
      guest: { kind: 'text', need: 'required', help: 'the whole name, or the number' },
      reason: { kind: 'text', need: 'optional', help: 'a sentence for the guest' },
    },
    options: {},
  },
  unban: {
    group: 'guests',
    help: 'let a banned guest in again',
    args: { guest: { kind: 'text', need: 'required', help: 'the whole name, or the number' } },
    options: {},
  },
  code: {
    group: 'guests',
    help: 'a new code for a lost one; the old one is worth nothing from now on',
    args: { guest: { kind: 'text', need: 'required', help: 'name or number' } },
    options: {},
  },
  forget: {
    group: 'guests',
    help: 'erase the name and code of a guest; what was sung stays, as sung by somebody',
    args: { guest: { kind: 'text', need: 'required', help: 'the whole name, or the number' } },
    options: {},
  },
  say: {
    group: 'guests',
    help: 'a sentence to everybody who is connected',
    args: { text: { kind: 'text', need: 'required', help: 'what everybody reads' } },
    options: {},
    menu: { label: 'Say something to everybody' },
  },
} as const satisfies VerbTable;
