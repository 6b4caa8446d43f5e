/** ban, unban, as the DJ reads them. */
import { visible } from '../party/visible.ts';
import type { Printers } from './printer.ts';
import { count } from './words.ts';

export const banPrinters: Pick<Printers, 'ban' | 'unban'> = {
  ban: ({ outcome, guest, guestId, reason, cancelled, duets, connections, onStage }) => {
    const name = visible(guest);
    if (outcome === 'already') return [`${name} was banned already.`, ...stage(name, onStage)];
    const gone = [
      connections === 0 ? 'was not connected' : `${count(connections, 'connection')} closed`,
      cancelled.length === 0 ? 'nothing waited' : `cancelled: ${cancelled.join(', ')}`,
    ];
    const told = connections > 0 && reason !== '' ? ` They read: ${visible(reason)}` : '';
    return [
      `${name} is banned; ${gone.join(', ')}.${told}`,
      ...stage(name, onStage),
      ...(duets.length === 0 ? [] : [`Others wait to sing with ${name}: ${duets.join(', ')}. They stay in the line.`]),
      `A mistake? karaokectl undo brings back what waited, while this is the last order. Later: karaokectl unban ${guestId}`,
    ];
  },
  unban: ({ outcome, guest, cancelled }) => [
    outcome === 'already'
      ? `${visible(guest)} was not banned.`
      : `${visible(guest)} may come again, with the code they had.`,
    ...(cancelled.length === 0
      ? []
      : [
          `What the ban cancelled stays so: ${cancelled.join(', ')}. While it was the last order, karaokectl undo would have brought that back.`,
        ]),
  ],
};

const stage = (name: string, onStage: boolean): readonly string[] =>
  onStage ? [`${name} is on the stage at this moment. To end the song: karaokectl skip`] : [];
