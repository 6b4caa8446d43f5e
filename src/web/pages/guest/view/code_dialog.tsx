/** The code, large: to be read out, or typed into another phone. */
import type { Me } from '../evening/state.ts';
import { Dialog } from './dialog.tsx';
import { usePage } from './page.ts';

interface CodeDialogProps {
  readonly me: Me;
  readonly close: () => void;
}

export function CodeDialog({ me, close }: CodeDialogProps) {
  const { words } = usePage();
  return (
    <Dialog heading={words.me.codeHeading} close={close}>
      {me.code === null ? (
        <p>{words.me.codeUnknown}</p>
      ) : (
        <>
          <p class="code">{me.code}</p>
          <p>{words.me.codeHow(me.name)}</p>
        </>
      )}
    </Dialog>
  );
}
