/** Asks before a phone forgets its guest, and shows the code once more: without it the name is lost. */
import { useState } from 'preact/hooks';
import type { Me } from '../evening/state.ts';
import { Dialog } from './dialog.tsx';
import { usePage } from './page.ts';

interface ForgetDialogProps {
  readonly me: Me;
  readonly close: () => void;
}

export function ForgetDialog({ me, close }: ForgetDialogProps) {
  const { words, device } = usePage();
  const [failed, setFailed] = useState(false);
  const forget = async (): Promise<void> => {
    setFailed(false);
    setFailed((await device.forget()) === 'remembered');
  };
  return (
    <Dialog heading={words.me.forgetSure(me.name)} close={close}>
      {me.code !== null && <p>{words.me.forgetWhat(me.code)}</p>}
      <div role="alert" class="refused">
        {failed && <p>{words.me.forgetFailed(me.name)}</p>}
      </div>
      <div class="choices">
        <button type="button" class="danger" onClick={() => void forget()}>
          {words.me.forgetYes}
        </button>
        <button type="button" autofocus onClick={close}>
          {words.frame.cancel}
        </button>
      </div>
    </Dialog>
  );
}
