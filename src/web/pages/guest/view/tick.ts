import { useEffect, useState } from 'preact/hooks';

/** Shows the part that uses it anew each second while it `goes`; a page that nobody sees does not tick in most browsers. */
export function useTick(goes: boolean): void {
  const [, setTicks] = useState(0);
  useEffect(() => {
    if (!goes) return;
    const timer = setInterval(() => {
      setTicks((ticks) => ticks + 1);
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [goes]);
}
