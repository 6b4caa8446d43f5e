/** The manual pages karaoked(1) and karaokectl(1), made from the tables that the programs read. */
import { environmentName, SETTING_NAMES } from '../src/config/resolve.ts';
import { SETTINGS } from '../src/config/schema.ts';
import { beside, ENVIRONMENT, EVERYWHERE } from '../src/dj/everywhere.ts';
import type { EverywhereName } from '../src/dj/everywhere.ts';
import { flag, usage } from '../src/dj/usage.ts';
import { verbNames, verbTable } from '../src/dj/verbs.ts';
import type { Verb } from '../src/dj/verbs.ts';
import { NAMINGS } from '../src/party/naming.ts';
import { commandLine } from '../src/supervisor/flags.ts';
import { CTL_EXITS, DAEMON_EXITS, FILES, SIGNALS } from './manual.ts';
import { bold, item, page, paragraph, section, subsection, text, verbatim } from './roff.ts';

/** The pages by their path from the checkout. */
export const MAN_PAGES: Readonly<Record<string, () => string>> = {
  'docs/man/karaoked.1': karaoked,
  'docs/man/karaokectl.1': karaokectl,
};

const items = (rows: readonly (readonly [string, string])[]): string =>
  rows.map(([name, what]) => item(name, what)).join('\n');

function karaoked(): string {
  const { options } = commandLine('');
  return page(
    'karaoked',
    'the karaoke-party daemon: guests on netcat, a DJ at a terminal',
    section('SYNOPSIS', `${bold('karaoked')} ${text(options.map(({ flags }) => `[${flags}]`).join(' '))}`),
    section(
      'DESCRIPTION',
      paragraph(
        'karaoked runs a karaoke night. Guests connect to its TCP port with nc and ask for songs (HELP says how); the DJ ' +
          'steers it with karaokectl. It keeps a fair line, plays random songs while nobody waits, and survives crashes ' +
          'and power cuts: what was acknowledged is not lost, and the party goes on.',
      ),
      paragraph(
        'It runs in the foreground and logs to stderr. When guests may come it prints one line on stdout, `ready`, with ' +
          'the port, the path of the control socket and its pid.',
      ),
    ),
    section('OPTIONS', items(options.map(({ flags, description }) => [flags, description]))),
    section(
      'SETTINGS',
      paragraph(
        'Defaults are overruled by the file (TOML: `--config`, else KARAOKE_CONFIG, else karaoked.toml in the var ' +
          'directory), the file by the environment, the environment by flags. `--check-config` prints every setting and ' +
          'where it came from. Those marked live are applied by SIGHUP; the others need a restart.',
      ),
      ...SETTING_NAMES.map((name) => {
        const { default: fallback, what, live } = SETTINGS[name];
        const more = `Default: ${JSON.stringify(fallback)}. Environment: ${environmentName(name)}.${live ? ' Live.' : ''}`;
        return item(name, `${what}. ${more}`);
      }),
    ),
    section('SIGNALS', items(SIGNALS)),
    section('EXIT STATUS', items(DAEMON_EXITS)),
    section('FILES', paragraph('Under the var directory, by default var/ of the checkout:'), items(FILES)),
    section(
      'ENVIRONMENT',
      items([
        ['KARAOKE_CONFIG', 'the settings file'],
        ['KARAOKE_...', 'each setting, see SETTINGS'],
      ]),
    ),
    section('SEE ALSO', `${bold('karaokectl')}(1), ${bold('nc')}(1)`),
  );
}

const GROUPS = {
  party: 'The party',
  player: 'The player',
  line: 'The line',
  songs: 'Songs',
  missing: 'Missing songs',
  guests: 'Guests',
  records: 'Records',
  care: 'Care',
} as const;

const besides = Object.keys(EVERYWHERE) as readonly EverywhereName[];

function karaokectl(): string {
  const groups = Object.entries(GROUPS).map(([group, title]) =>
    subsection(
      title,
      verbNames
        .filter((verb) => verbTable[verb].group === group)
        .map(described)
        .join('\n'),
    ),
  );
  return page(
    'karaokectl',
    "the karaoke DJ's program",
    section(
      'SYNOPSIS',
      `${bold('karaokectl')} ${text(`${besides.map((name) => `[${beside(name)}]`).join(' ')} [<verb> ...]`)}`,
    ),
    section(
      'DESCRIPTION',
      paragraph(
        'karaokectl talks to the karaoked of this machine over its control socket; who may open that socket is DJ. Alone ' +
          "on a terminal it is the DJ's console, whose keys `?` shows; with `--plain`, or where the terminal cannot show " +
          'it, a numbered menu. Guests, songs, wishes and entries are named by their numbers, which are never used again, ' +
          'or by names and words.',
      ),
    ),
    section(
      'OPTIONS',
      items(besides.map((name) => [beside(name), EVERYWHERE[name].about])),
      paragraph(
        'With `--json` errors are documents too, and names are in snake case. `export` takes no `--json`: what it prints ' +
          'is a file.',
      ),
    ),
    section('VERBS', ...groups),
    section('NAMES OF FILES', paragraph('What `--names` of `library add` may be:'), items(Object.entries(NAMINGS))),
    section('EXIT STATUS', items(CTL_EXITS)),
    section('ENVIRONMENT', items(Object.entries(ENVIRONMENT))),
    section('FILES', items(FILES.filter(([name]) => name === 'run/control.sock'))),
    section(
      'EXAMPLES',
      verbatim(
        'karaokectl add --for "Uncle Joe" africa',
        'karaokectl export csv --all > songs.csv',
        'karaokectl db backup /media/stick/friday.db',
        'source <(karaokectl completion bash)',
      ),
    ),
    section('SEE ALSO', `${bold('karaoked')}(1)`),
  );
}

/** A verb with what it takes. */
function described(verb: Verb): string {
  const { help, args, options } = verbTable[verb];
  const taken = [
    ...Object.entries(args).map(([name, about]) => [`<${name}>`, about.help] as const),
    ...Object.entries(options).map(([name, about]) => [flag(name, about.kind), about.help] as const),
  ];
  const of = taken.length === 0 ? [] : ['.RS', items(taken), '.RE'];
  return [item(usage(verb), help), ...of].join('\n');
}
