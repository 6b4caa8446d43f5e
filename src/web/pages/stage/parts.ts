/** What every part of the stage may use. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { StageWords } from '../../words/stage.ts';

export interface Parts {
  readonly words: StageWords;
  /** Milliseconds since 1970. */
  readonly serverNowMs: () => number;
}

export const PartsContext = createContext<Parts | null>(null);

export function useParts(): Parts {
  const parts = useContext(PartsContext);
  if (!parts) throw new Error('a part of the stage was shown outside of it: put it below PartsContext');
  return parts;
}
