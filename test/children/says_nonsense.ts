/** Is ready, and then says what nobody understands. */
process.once('message', () => {
  process.send?.({ kind: 'ready', port: null });
  process.send?.({ kind: 'sing', song: 'Africa' });
});
// Whoever listens for nothing more would end by itself, perhaps before it is stopped.
process.once('disconnect', () => process.exit());
