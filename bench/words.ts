/** Numbers as the table shows them. */
import type { Aim } from './bench.ts';

/** Three digits: more would be noise. */
const digits = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value >= 10 ? 1 : 2);

export const ms = (value: number): string => `${digits(value)} ms`;
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6).toLocaleString('en')} MB`;
export const kilobytes = (bytes: number): string => `${(bytes / 1_024).toFixed(1)} KB`;
export const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`;
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
export const count = (value: number): string => value.toLocaleString('en');

/** `2.1 × 0.05 ms (bare echo)`: how many times the baseline it takes. */
export const times = (ours: number, baseline: number, shown: string, what: string): string =>
  `${(ours / baseline).toFixed(2)} × ${shown} (${what})`;

/** `30 % of 1,200/s (raw)`: how much of the baseline is reached. */
export const shareOf = (ours: number, baseline: number, what: string): string =>
  `${Math.round((ours / baseline) * 100)} % of ${perSecond(baseline)} (${what})`;

export const atMost = (value: number, limit: number, shown: string): Aim => ({
  text: `≤ ${shown}`,
  met: value <= limit,
});
