/** Is ready, and then says what nobody understands. */
process.once('message', () => {
  process.send?.({ kind: 'ready', port: null });
  process.send?.({ kind: 'sing', song: 'Africa' });
});
