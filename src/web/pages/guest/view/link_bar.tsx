/** That the house cannot be heard just now; all that is known of it stays readable. */
import { usePage } from './page.ts';

export function LinkBar() {
  const { state, words } = usePage();
  const { connecting, reconnecting, full, closed } = words.frame;
  const lost = state.bye?.reason === 'full' ? full : reconnecting;
  const said = { connecting, lost, open: null, over: null, closed }[state.link];
  return (
    <div role="status" class="link-bar">
      {said}
    </div>
  );
}
