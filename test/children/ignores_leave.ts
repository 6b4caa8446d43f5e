/** Is ready, and stays whatever it is told. */
process.on('message', (message: { readonly kind: string }) => {
  if (message.kind === 'begin') process.send?.({ kind: 'ready', port: null });
});
