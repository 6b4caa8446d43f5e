/** Times as the log has them. */

const two = (n: number): string => String(n).padStart(2, '0');

/** `20:05:30`, where karaoked runs. */
export function at(ms: number): string {
  const time = new Date(ms);
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':');
}
