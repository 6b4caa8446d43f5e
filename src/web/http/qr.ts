/** The QR code of an address, as a picture that any phone reads from across a room. */
import { toString } from 'qrcode';

/** Few addresses are asked for; a stranger may send any Host, and is not to fill the memory with pictures. */
const KEPT = 8;

export type DrawQr = (address: string) => Promise<string>;

/**
 * Dark on light with the quiet zone of four modules (ISO/IEC 18004), also on a dark page: many phones do not read it
 * inverted. Level M mends 15 %, which a thumbprint on the TV needs and which leaves the modules large.
 */
export function createQr(): DrawQr {
  const drawn = new Map<string, Promise<string>>();
  return (address) => {
    const known = drawn.get(address);
    if (known) return known;
    const svg = toString(address, {
      type: 'svg',
      errorCorrectionLevel: 'M',
      margin: 4,
      color: { dark: '#000000', light: '#ffffff' },
    });
    const [oldest] = drawn.keys();
    if (drawn.size === KEPT && oldest !== undefined) drawn.delete(oldest);
    drawn.set(address, svg);
    // Whoever asked is told; the next one draws it anew.
    svg.catch(() => drawn.delete(address));
    return svg;
  };
}
