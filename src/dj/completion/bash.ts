/** Completion for bash (3.2, which macOS has, and newer): one function, with a case for each verb. */
import { ASKED, asking } from './ask.ts';
import { firstWords, places, secondWords, withoutVerb, withVerb } from './places.ts';
import type { Offer, OptionPlace, VerbPlace } from './places.ts';

export function bash(): string {
  return `# bash completion for karaokectl. To have it in every shell, put this line into ~/.bashrc:
#   source <(karaokectl completion bash)

_karaokectl_offer() {
  local IFS=$'\\n' word
  COMPREPLY=()
  for word in $1; do
    [[ $word == "$cur"* ]] && COMPREPLY+=("$(printf '%q' "$word")")
  done
  return 0
}

_karaokectl_files() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$cur"))
}

_karaokectl_value() {
  case $1 in
    files) _karaokectl_files -f ;;
    folders) _karaokectl_files -d ;;
${ASKED.map((what) => `    ${what}) _karaokectl_offer "$(${asking(what, '"${program[@]}"')})" ;;`).join('\n')}
    words:*) _karaokectl_offer "$(printf '%s' "\${1#words:}" | tr ' ' '\\n')" ;;
  esac
}

# karaoked is asked where the typed --var says, with quotes and ~ as bash reads them.
_karaokectl_elsewhere() {
  word=\${word//[\\\\\\"\\']/}
  [[ $word == '~/'* ]] && word=$HOME\${word#?}
  program+=(--var "$word")
}

_karaokectl() {
  local cur=\${COMP_WORDS[COMP_CWORD]} verb= at=0 word before= i value=
  local -a program=("\${COMP_WORDS[0]}")
  COMPREPLY=()
  # What is typed before the cursor: the verb, how many arguments it has already, and an option that waits for its value.
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    # bash takes --var=/srv for three words.
    [[ $word == = ]] && continue
    if [[ -n $value ]]; then
      [[ $before == --var ]] && _karaokectl_elsewhere
      value=
      continue
    fi
    before=$word
    case "$verb $word" in
${optionCases()}
      *' --'* | *' -'?) ;;
      *)
        case $verb in
          '' | ${secondWords.map(([first]) => first).join(' | ')}) verb=\${verb:+$verb }$word ;;
          *) at=$((at + 1)) ;;
        esac ;;
    esac
  done
  if [[ -n $value ]]; then
    [[ $cur == = ]] && cur=
    _karaokectl_value "$value"
    return
  fi
  if [[ $cur == -* ]]; then
    case $verb in
${places
  .filter(({ options }) => options.length > 0)
  .map(flagCase)
  .join('\n')}
      '') _karaokectl_value 'words:${flags([...withVerb, ...withoutVerb])}' ;;
      *) _karaokectl_value 'words:${flags(withVerb)}' ;;
    esac
    return
  fi
  case "$verb:$at" in
    :0) _karaokectl_value 'words:${firstWords.join(' ')}' ;;
    help:*) _karaokectl_value 'words:${firstWords.join(' ')}' ;;
${secondWords.map(([first, second]) => `    ${first}:0) _karaokectl_value 'words:${second.join(' ')}' ;;`).join('\n')}
${places.flatMap(argumentCases).join('\n')}
  esac
  return 0
}

complete -F _karaokectl karaokectl
`;
}

/** An offer as `_karaokectl_value` takes it. */
const said = (offer: Offer): string => (offer.is === 'words' ? `words:${offer.words.join(' ')}` : offer.is);

const flags = (options: readonly OptionPlace[]): string => options.map(({ flag }) => flag).join(' ');

const flagCase = ({ verb, options }: VerbPlace): string =>
  `      '${verb}') _karaokectl_value 'words:${flags([...options, ...withVerb])}' ;;`;

/** Options with a value: the next word is it. */
function optionCases(): string {
  const own = places.flatMap(({ verb, options }) =>
    options.map((option) => ({ pattern: `'${verb} ${option.flag}'`, option })),
  );
  const everywhere = withVerb.map((option) => ({ pattern: `*' ${option.flag}'`, option }));
  return [...own, ...everywhere]
    .flatMap(({ pattern, option }) => (option.value ? [`      ${pattern}) value='${said(option.value)}' ;;`] : []))
    .join('\n');
}

/** Nothing is said where nothing can be offered. */
function argumentCases({ verb, args }: VerbPlace): readonly string[] {
  return args.flatMap((offer, at) =>
    offer.is === 'nothing' ? [] : [`    '${verb}:${at}') _karaokectl_value '${said(offer)}' ;;`],
  );
}
