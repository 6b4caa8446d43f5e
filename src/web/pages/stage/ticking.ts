import { useEffect, useState } from 'preact/hooks';

/** The server's clock, shown anew so often. */
export function useServerNow(serverNowMs: () => number, everyMs: number): number {
  const [nowMs, setNow] = useState(serverNowMs);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(serverNowMs());
    }, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [serverNowMs, everyMs]);
  return nowMs;
}
