/** guests, kick, code, forget, say, as the DJ reads them. */
import { visible } from '../party/visible.ts';
import type { Printers } from './printer.ts';
import { table } from './table.ts';
import type { GuestRow } from '../store/dj.ts';
import { clockTime, count } from './words.ts';

export const guestPrinters: Pick<Printers, 'guests' | 'kick' | 'code' | 'forget' | 'say'> = {
  guests: ({ connections, rows }, screen) => [
    `${count(connections, 'connected client')}, ${count(rows.filter((row) => row.connections > 0).length, 'named guest')} among them.`,
    ...table(
      [
        { title: 'id', as: 'number', cell: ({ guestId }) => guestId },
        { title: 'name', as: 'text', cell: ({ name }) => name },
        { title: 'where', as: 'text', cell: where },
        { title: 'clients', as: 'number', cell: (row) => row.connections },
        { title: 'sung', as: 'number', cell: ({ sungTonight }) => sungTonight },
        { title: 'waiting', as: 'number', cell: ({ waiting }) => waiting },
        { title: 'wishes', as: 'number', cell: ({ openWishes }) => openWishes },
        { title: 'last seen', as: 'text', cell: ({ lastSeenAtMs }) => clockTime(lastSeenAtMs, screen.nowMs) },
      ],
      rows,
      screen,
    ),
  ],
  kick: ({ guest, connections }) => [
    connections === 0
      ? `${visible(guest)} was not connected.`
      : `${visible(guest)} is told and leaves: ${count(connections, 'connection')}.`,
  ],
  code: ({ guest, code }) => [
    `The code of ${visible(guest)} is now ${code}; no other one is right anymore, and this one is not shown again.`,
    `On the phone: HELLO ${visible(guest)} ${code}`,
  ],
  forget: ({ guestId, guest, entries, wishes, connections }) => [
    `${visible(guest)} is forgotten: ${count(entries, 'waiting entry', 'waiting entries')}, ${count(wishes, 'open wish', 'open wishes')}, ${count(connections, 'connection')}. The name is free; what guest ${guestId} sang was sung by somebody.`,
  ],
  say: ({ connections }) => [
    connections === 0
      ? 'Nobody is connected, so nobody reads it.'
      : `Said to ${count(connections, 'connected client')}.`,
  ],
};

/** `here, new`: where somebody is, and what a DJ wants to know of them at a glance. */
function where({ presence, phone, isNew, banned }: GuestRow): string {
  const words = banned ? ['banned'] : [presence === 'grace' ? 'connection lost' : presence];
  if (!phone) words.push('no phone');
  if (isNew) words.push('new');
  return words.join(', ');
}
