/** What a watcher hears of wishes, each by its name. Pure. */
import type { OpenWish, WishTidings } from '../store/tidings.ts';
import type { WishEvent } from './watch_events.ts';

/** The events that lead from `before` to `after`: first what ended, then what is open otherwise than before. */
export function wishEvents(before: WishTidings, after: WishTidings): readonly WishEvent[] {
  const was = new Map(before.open.map((wish) => [wish.wishId, wish]));
  const is = new Set(after.open.map(({ wishId }) => wishId));
  const ended = new Set(after.ended.map(({ wishId }) => wishId));
  return [
    ...after.ended.map(({ wishId, artist, title, askers, state, songId, reason }): WishEvent => {
      return { event: 'wish', state, wishId, artist, title, askers, songId, reason };
    }),
    // Neither found nor refused, and open no more: the last asker took it back.
    ...before.open
      .filter(({ wishId }) => !is.has(wishId) && !ended.has(wishId))
      .map((wish) => event({ ...wish, askers: 0 }, 'withdrawn')),
    ...after.open.filter((wish) => isNews(was.get(wish.wishId), wish)).map((wish) => event(wish, wish.state)),
  ];
}

/** A second asker is news; one who takes it back while others wait is none. */
function isNews(before: OpenWish | undefined, after: OpenWish): boolean {
  return before?.state !== after.state || after.askers > before.askers;
}

function event({ wishId, artist, title, askers }: OpenWish, state: WishEvent['state']): WishEvent {
  return { event: 'wish', state, wishId, artist, title, askers, songId: null, reason: null };
}
