/** Asks before a place is lost: nobody can give it back. */
import { named } from '../../../words/song.ts';
import type { Row } from '../../talk/said.ts';
import { Dialog } from './dialog.tsx';
import { usePage } from './page.ts';

interface CancelDialogProps {
  readonly entry: Row<'queue row'>;
  readonly close: () => void;
}

export function CancelDialog({ entry, close }: CancelDialogProps) {
  const { words, acts } = usePage();
  return (
    <Dialog heading={words.mine.takeBackSure(named(entry))} close={close}>
      <p class="quiet">{words.mine.takeBackLoses}</p>
      <div class="choices">
        <button
          type="button"
          class="danger"
          onClick={() => {
            close();
            acts.cancel(entry.queue_id);
          }}
        >
          {words.mine.takeBackYes}
        </button>
        <button type="button" autofocus onClick={close}>
          {words.frame.cancel}
        </button>
      </div>
    </Dialog>
  );
}
