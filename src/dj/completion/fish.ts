/** Completion for fish: one line for each thing that can be typed. */
import { ASKED, asking } from './ask.ts';
import { places, secondWords, withoutVerb, withVerb } from './places.ts';
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

# The --var that is typed: it is that karaoked which is asked.
function __karaokectl_var
    set -l words (commandline -opc)
    set -l folder (string replace -rf -- '^--var=' '' $words)
    set -l at (contains -i -- --var $words); and set folder $words[(math $at + 1)]
    test -n "$folder"; and printf '%s\\n' --var (string replace -r -- '^~/' $HOME/ $folder[1])
end

${ASKED.map((what) => `function __karaokectl_${what}\n    ${asking(what, 'karaokectl (__karaokectl_var)')}\nend`).join('\n\n')}

complete -c karaokectl -f
${withVerb.map((option) => optionLine('', option)).join('\n')}
${withoutVerb.map((option) => optionLine(NO_VERB, option)).join('\n')}
${firsts().join('\n')}
${places.flatMap(verbLines).join('\n')}
`;
}

const valued = (): readonly string[] => [
  ...new Set(
    [...places.flatMap(({ options }) => options), ...withVerb].flatMap(({ flag, value }) => (value ? [flag] : [])),
  ),
];

/** Nothing is typed yet. */
const NO_VERB = "-n 'test (count (__karaokectl_words)) -eq 0'";

function firsts(): readonly string[] {
  const groups = secondWords.map(([first, second]) => line(NO_VERB, `-a ${first}`, second.join(', ')));
  const alone = places
    .filter(({ verb }) => !verb.includes(' '))
    .map(({ verb, about }) => line(NO_VERB, `-a ${verb}`, about));
  return [...alone, ...groups, line(NO_VERB, '-a help', 'all verbs, or one of them')];
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
