/** With whom a song is sung: a name, whether its owner is here or comes later. */
import { useEffect, useState } from 'preact/hooks';
import { named } from '../../../words/song.ts';
import { lostIsTold } from '../../talk/lost.ts';
import { sameName } from '../evening/calls.ts';
import type { Wanted } from '../evening/state.ts';
import { Dialog } from './dialog.tsx';
import { usePage } from './page.ts';

interface DuetDialogProps {
  readonly wanted: Wanted;
  readonly close: () => void;
}

export function DuetDialog({ wanted, close }: DuetDialogProps) {
  const { state, words, acts, ask } = usePage();
  const [name, setName] = useState('');
  const [here, setHere] = useState<readonly string[]>([]);
  useEffect(() => {
    // Without a connection there are no names to propose, and any may be typed.
    acts.who().then(setHere).catch(lostIsTold);
  }, [acts]);
  const others = here.filter((each) => !sameName(each, state.me?.name ?? null));
  const unknown = name.trim() !== '' && here.length > 0 && !others.some((each) => sameName(each, name));
  return (
    <Dialog heading={words.sing.duet} close={close}>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          close();
          ask(wanted, name.trim());
        }}
      >
        <p>
          <b>{named(wanted)}</b>
        </p>
        <label>
          {words.sing.duetWith}
          <input
            name="with"
            list="here"
            required
            autofocus
            pattern=".*\S.*"
            maxLength={64}
            autocomplete="off"
            value={name}
            onInput={({ currentTarget }) => {
              setName(currentTarget.value);
            }}
          />
        </label>
        <datalist id="here">
          {others.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <p role="status" class="quiet small">
          {unknown && words.sing.duetNobody(name.trim())}
        </p>
        <button type="submit" class="first">
          {words.sing.duetGo}
        </button>
      </form>
    </Dialog>
  );
}
