/** Asks before a phone forgets its guest, and shows the code once more: without it the name is lost. */
import type { Me } from '../evening/state.ts';
import { Dialog } from './dialog.tsx';
import { usePage } from './page.ts';

interface ForgetDialogProps {
  readonly me: Me;
  readonly close: () => void;
}

export function ForgetDialog({ me, close }: ForgetDialogProps) {
  const { words, device } = usePage();
  return (
    <Dialog heading={words.me.forgetSure(me.name)} close={close}>
      {me.code !== null && <p>{words.me.forgetWhat(me.code)}</p>}
      <div class="choices">
        <button type="button" class="danger" onClick={device.forget}>
          {words.me.forgetYes}
        </button>
        <button type="button" autofocus onClick={close}>
          {words.frame.cancel}
        </button>
      </div>
    </Dialog>
  );
}
