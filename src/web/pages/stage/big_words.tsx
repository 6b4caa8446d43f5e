/** What there is to say when there is no music. */
export function BigWords({ first, then }: { readonly first: string; readonly then: string }) {
  return (
    <section class="big-words">
      <h2>{first}</h2>
      <p>{then}</p>
    </section>
  );
}
