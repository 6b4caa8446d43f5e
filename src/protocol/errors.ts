/** The closed list of refusals: 4xx try later, 5xx change something. Programs read the code and the word, people the text. */
export const ERRORS = {
  421: { word: 'FULL', what: 'every seat is taken' },
  429: { word: 'SLOW_DOWN', what: 'too many wrong codes or new names' },
  450: { word: 'BUSY', what: 'the house was too busy to write it down; nothing was changed' },
  452: { word: 'STORAGE', what: 'the disk is full or failing; nothing was changed' },
  500: { word: 'SYNTAX', what: 'not a line of this language' },
  501: { word: 'BAD_ARGUMENT', what: 'an argument is missing, wrong or too many; the text names it' },
  502: { word: 'UNKNOWN', what: 'no such command; the text says which may be meant' },
  504: { word: 'TOO_LONG', what: 'the line is over 1,024 bytes' },
  505: { word: 'ENCODING', what: 'control bytes, or not UTF-8' },
  530: { word: 'WHO', what: 'this needs a name first' },
  531: { word: 'NAME_TAKEN', what: 'the name is somebody else’s here, or the code is wrong' },
  532: { word: 'DENIED', what: 'not yours; a song that the DJ has hidden; a guest whom the DJ has banned' },
  550: { word: 'NOT_FOUND', what: 'there is no such thing' },
  551: { word: 'UNSURE', what: 'several may be meant; the rows before it say which' },
  552: { word: 'LIMIT', what: 'as many as one guest may have' },
  553: { word: 'DUPLICATE', what: 'you wait for it already, or it is here already' },
  554: { word: 'NO_PARTY', what: 'no party is on' },
  555: { word: 'TOO_LATE', what: 'it would not fit before the end of the party' },
  599: { word: 'INTERNAL', what: 'a bug in karaoked; the connection stays' },
} as const satisfies Readonly<Record<number, { readonly word: string; readonly what: string }>>;

export type ErrorCode = keyof typeof ERRORS;
