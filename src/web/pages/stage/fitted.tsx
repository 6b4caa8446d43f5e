/** Words as large as their space allows. */
import { sizeOf } from './fit.ts';
import type { Space } from './fit.ts';

export function Fitted({ words, space, of }: { readonly words: string; readonly space: Space; readonly of: string }) {
  return (
    <p class={`fitted ${of}`} style={{ '--size': String(sizeOf(words, space)) }}>
      <bdi>{words}</bdi>
    </p>
  );
}
