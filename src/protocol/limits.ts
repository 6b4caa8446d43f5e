/** The numbers of the language itself, as docs/protocol.md lists them; those of the house are settings. */
export const LIMITS = {
  lineBytes: { value: 1024, what: 'bytes of a line before CR LF, tag included; beyond: `504`, skipped to the newline' },
  bytesWithoutNewline: { value: 65_536, what: 'bytes without a newline; then `* BYE protocol` and close' },
  frameBytes: {
    value: 65_536,
    what: 'bytes of a WebSocket frame; then it is closed with 1009. A frame of more than a line is `504`',
  },
  tagLetters: { value: 16, what: 'letters, digits, `-` and `_` of a tag' },
  pageSize: { value: 20, what: 'rows of a page where no `size=` is given' },
  largestPage: { value: 100, what: 'the largest `size=`' },
  keyLetters: { value: 64, what: 'characters of a `key=`' },
  helloKeyMinutes: {
    value: 10,
    what: 'minutes in which HELLO of a new name may be said again with its `key=`, until its code was used',
  },
  nameUnits: { value: 256, what: 'UTF-16 units of a `with=`, within which a name has 1 to 32 characters' },
  newNamesPerMinute: { value: 3, what: 'new names of one connection in a minute; then `429 retry=60`' },
  newNamesFromMinute: {
    value: 60,
    what: 'new names of one remote address in a minute by forms over HTTP, which have no connection to count by',
  },
  wrongCodesPerMinute: {
    value: 5,
    what: 'wrong codes per name, remote address and minute; then `429 retry=60`, the right code too',
  },
} as const;
