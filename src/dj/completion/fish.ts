/** Completion for fish: one line for each thing that can be typed. */
import { ASKED, asking } from './ask.ts';
import { EVERYWHERE, places, secondWords } from './places.ts';
import type { Offer, OptionPlace, VerbPlace } from './places.ts';

export function fish(): string {
  return `# fish completion for karaokectl. To have it in every shell:
#   karaokectl completion fish > ~/.config/fish/completions/karaokectl.fish

# The words before the cursor, without options and their values.
function __karaokectl_words
    set -l skip 0
    for word in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
        else if contains -- $word ${valued().join(' ')}
            set skip 1
        else if not string match -q -- '-*' $word
            echo $word
        end
    end
end

# Whether exactly these words are typed, and $argv[1] more after them.
function __karaokectl_after
    set -l words (__karaokectl_words)
    set -l verb $argv[2..-1]
    test (count $words) -eq (math (count $verb) + $argv[1]); or return 1
    __karaokectl_begins $verb
end

# Whether the verb is this one, whatever follows it.
function __karaokectl_begins
    set -l words (__karaokectl_words)
    test (count $words) -ge (count $argv); or return 1
    for at in (seq (count $argv))
        test $words[$at] = $argv[$at]; or return 1
    end
end

${ASKED.map((what) => `function __karaokectl_${what}\n    ${asking(what, 'karaokectl')}\nend`).join('\n\n')}

complete -c karaokectl -f
${EVERYWHERE.map((option) => optionLine('', option)).join('\n')}
${firsts().join('\n')}
${places.flatMap(verbLines).join('\n')}
`;
}

const valued = (): readonly string[] => [
  ...new Set(
    [...places.flatMap(({ options }) => options), ...EVERYWHERE].flatMap(({ flag, value }) => (value ? [flag] : [])),
  ),
];

/** `test (count $words) -eq 0`: nothing is typed yet. */
function firsts(): readonly string[] {
  const none = "-n 'test (count (__karaokectl_words)) -eq 0'";
  const groups = secondWords.map(([first, second]) => line(none, `-a ${first}`, second.join(', ')));
  const alone = places
    .filter(({ verb }) => !verb.includes(' '))
    .map(({ verb, about }) => line(none, `-a ${verb}`, about));
  return [...alone, ...groups, line(none, '-a help', 'all verbs, or one of them')];
}

function verbLines({ verb, about, args, options }: VerbPlace): readonly string[] {
  const [first, second] = verb.split(' ');
  return [
    ...(second === undefined ? [] : [line(`-n '__karaokectl_after 0 ${first}'`, `-a ${second}`, about)]),
    ...options.map((option) => optionLine(`-n '__karaokectl_begins ${verb}'`, option)),
    ...args.flatMap((offer, at) =>
      offer.is === 'nothing' ? [] : [line(`-n '__karaokectl_after ${at} ${verb}'`, values(offer), '')],
    ),
  ];
}

function optionLine(when: string, { flag, about, value }: OptionPlace): string {
  return line(
    when,
    `-l ${flag.slice(2)}${value ? ` ${value.is === 'files' ? '-r' : '-x'} ${values(value)}` : ''}`,
    about,
  );
}

function values(offer: Offer): string {
  switch (offer.is) {
    case 'words':
      return `-a '${offer.words.join(' ')}'`;
    case 'files':
      return '-F';
    case 'folders':
      return "-a '(__fish_complete_directories)'";
    case 'guests':
    case 'wishes':
    case 'entries':
      return `-a '(__karaokectl_${offer.is})'`;
    case 'nothing':
      return '';
  }
}

const line = (when: string, what: string, about: string): string =>
  ['complete -c karaokectl', when, what.trim(), about === '' ? '' : `-d '${about.replace(/['\\]/g, '\\$&')}'`]
    .filter((piece) => piece !== '')
    .join(' ');
