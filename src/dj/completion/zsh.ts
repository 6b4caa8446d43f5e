/** Completion for zsh: the verbs with what they do, then by _arguments what follows each. */
import { ASKED, asking } from './ask.ts';
import { firstWords, places, secondWords, withoutVerb, withVerb } from './places.ts';
import type { Offer, OptionPlace, VerbPlace } from './places.ts';

export function zsh(): string {
  return `#compdef karaokectl
# zsh completion for karaokectl. Put it where zsh looks for such files, for example:
#   karaokectl completion zsh > "\${fpath[1]}/_karaokectl"

${ASKED.map(asker).join('\n\n')}

_karaokectl_verbs() {
  local -a verbs
  verbs=(
${firstWords.map((word) => `    '${word}:${quoted(aboutWord(word))}'`).join('\n')}
  )
  _describe 'verb' verbs
}

_karaokectl() {
  local curcontext=$curcontext state line ret=1
  typeset -A opt_args
  # karaoked is asked where the typed --var says, with quotes and ~ as zsh reads them.
  local -a program=(karaokectl)
  local -i at
  for ((at = 2; at < CURRENT; at++)); do
    case $words[at] in
      --var) program=(karaokectl --var \${\${(Q)words[at + 1]}/#\\~\\//$HOME/}) ;;
      --var=*) program=(karaokectl --var \${\${(Q)words[at]#--var=}/#\\~\\//$HOME/}) ;;
    esac
  done
  _arguments -C -A '-*' \\
${[...withVerb, ...withoutVerb].map((option) => `    '${optionSpec(option)}' \\`).join('\n')}
    '1:verb:_karaokectl_verbs' \\
    '*::argument:->arguments' && ret=0
  [[ $state == arguments ]] || return ret
  case $line[1] in
${places
  .filter(({ verb }) => !verb.includes(' '))
  .map(verbCase)
  .join('\n')}
${secondWords.map(([first, second]) => groupCase(first, second)).join('\n')}
    help) _karaokectl_verbs && ret=0 ;;
  esac
  return ret
}

# Read by compinit as a file of its own, or sourced.
if [[ $funcstack[1] == _karaokectl ]]; then _karaokectl "$@"; else compdef _karaokectl karaokectl; fi
`;
}

const asker = (what: (typeof ASKED)[number]): string => `_karaokectl_${what}() {
  local -a found
  found=(\${(f)"$(${asking(what, '$program')})"})
  compadd -a found
}`;

function aboutWord(word: string): string {
  const second = secondWords.find(([first]) => first === word)?.[1];
  return second?.join(', ') ?? places.find(({ verb }) => verb === word)?.about ?? 'all verbs, or one of them';
}

const verbCase = (place: VerbPlace): string => `    ${place.verb}) ${following(place)} ;;`;

function groupCase(first: string, second: readonly string[]): string {
  const own = places.filter(({ verb }) => verb.startsWith(`${first} `));
  return [
    `    ${first})`,
    `      _arguments -C -A '-*' ${specsOf(withVerb)} '1:verb:(${second.join(' ')})' '*::argument:->more' && ret=0`,
    `      [[ $state == more ]] || return ret`,
    `      case $line[1] in`,
    ...own.map((place) => `        ${place.verb.slice(first.length + 1)}) ${following(place)} ;;`),
    `      esac ;;`,
  ].join('\n');
}

function following({ args, options }: VerbPlace): string {
  const typed = args.map((offer, at) => `'${at + 1}::${action(offer)}'`);
  return `_arguments ${[specsOf([...options, ...withVerb]), ...typed].join(' ')} && ret=0`;
}

const specsOf = (options: readonly OptionPlace[]): string =>
  options.map((option) => `'${optionSpec(option)}'`).join(' ');

/** `=`: the value is the next word, or follows that sign. */
const optionSpec = ({ flag, about, value }: OptionPlace): string =>
  `${flag}${value ? '=' : ''}[${quoted(about)}]${value ? `:${action(value)}` : ''}`;

/** A message and an action, as _arguments takes them. */
function action(offer: Offer): string {
  switch (offer.is) {
    case 'words':
      return `one of:(${offer.words.join(' ')})`;
    case 'files':
      return 'file:_files';
    case 'folders':
      return 'folder:_files -/';
    case 'guests':
    case 'wishes':
    case 'entries':
      return `${offer.is}:_karaokectl_${offer.is}`;
    case 'nothing':
      return 'word: ';
  }
}

/** First for _arguments and _describe, which read colons and brackets as their own; then for the single quotes around it. */
const quoted = (text: string): string => text.replace(/[:[\]\\]/g, '\\$&').replaceAll("'", `'\\''`);
