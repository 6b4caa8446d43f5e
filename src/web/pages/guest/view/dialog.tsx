/** A question in front of everything else. Escape, the corner and the ground behind it close it; the focus goes back. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { usePage } from './page.ts';

interface DialogProps {
  readonly heading: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}

export function Dialog({ heading, close, children }: DialogProps) {
  const { words } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const open = useRef(true);
  const headingId = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      // The browser gives the focus back to what was pressed; its close event comes too late to mean this dialog.
      open.current = false;
      shown?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={headingId}
      onClose={() => {
        if (open.current) close();
      }}
      onClick={(event) => {
        // What is inside fills the dialog: its own ground is the one behind.
        if (event.target === dialog.current) close();
      }}
    >
      <div class="dialog">
        <header>
          <h2 id={headingId}>{heading}</h2>
          <button type="button" class="bare" aria-label={words.frame.close} onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
