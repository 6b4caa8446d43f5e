/** Hears everything and says nothing. */
process.on('message', () => undefined);
