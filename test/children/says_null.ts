/** Is ready, and then says nothing at all, in so many words. */
process.once('message', () => {
  process.send?.({ kind: 'ready', port: null });
  process.send?.(JSON.parse('null') as object);
});
