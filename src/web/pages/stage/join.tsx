/** How to sing too. */
import { useParts } from './parts.ts';

/** `address`: what the code says; the house knows best by which of its addresses phones reach it. */
export function Join({ address }: { readonly address: string }) {
  const { words } = useParts();
  return (
    <section class="join" aria-labelledby="join">
      <img src="/join.svg" alt={words.code} />
      <div>
        <h2 id="join">{words.join}</h2>
        <p>{words.joinWhat}</p>
        <p class="address">{address.replace(/^http:\/\//, '').replace(/\/$/, '')}</p>
      </div>
    </section>
  );
}
