/** Where songs are looked for. The key of the phone's keyboard puts the keyboard away, so that the songs are seen. */
import { useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { usePage } from './page.ts';
import type { Looking } from './looking.ts';

export function SearchField({ looking }: { readonly looking: Looking }) {
  const { words } = usePage();
  const input = useRef<HTMLInputElement>(null);
  return (
    <form
      role="search"
      class="search"
      onSubmit={(event) => {
        event.preventDefault();
        looking.now();
        if (matchMedia('(pointer: coarse)').matches) input.current?.blur();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        document.querySelector<HTMLElement>('.songs .sing, .songs .placed')?.focus();
      }}
    >
      <label class="unseen" for="song">
        {words.sing.search}
      </label>
      <input
        id="song"
        ref={input}
        type="search"
        name="song"
        placeholder={words.sing.search}
        value={looking.text}
        maxLength={200}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="search"
        onInput={({ currentTarget }) => {
          looking.type(currentTarget.value);
        }}
      />
      {looking.text !== '' && (
        <button
          type="button"
          class="bare"
          aria-label={words.sing.clear}
          onClick={() => {
            looking.type('');
            input.current?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </form>
  );
}
