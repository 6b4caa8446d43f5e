/** Artist and title of a song for the DJ to find; what was typed is most often the title. */
import { useEffect, useState } from 'preact/hooks';
import { usePage } from './page.ts';

export function WishFields({ title: typed }: { readonly title: string }) {
  const { words, wish } = usePage();
  const [artist, setArtist] = useState('');
  const [title, setTitle] = useState(typed);
  useEffect(() => {
    setTitle(typed);
  }, [typed]);
  return (
    <form
      class="fields"
      onSubmit={(event) => {
        event.preventDefault();
        wish({ artist, title });
      }}
    >
      <label>
        {words.sing.wishArtist}
        <input
          name="artist"
          required
          pattern=".*\S.*"
          maxLength={120}
          autocomplete="off"
          value={artist}
          onInput={({ currentTarget }) => {
            setArtist(currentTarget.value);
          }}
        />
      </label>
      <label>
        {words.sing.wishTitle}
        <input
          name="title"
          required
          pattern=".*\S.*"
          maxLength={120}
          autocomplete="off"
          value={title}
          onInput={({ currentTarget }) => {
            setTitle(currentTarget.value);
          }}
        />
      </label>
      <button type="submit" class="wide">
        {words.sing.wish}
      </button>
    </form>
  );
}
