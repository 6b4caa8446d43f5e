/** The DJ's console: opens it on the terminal, keeps it current, and closes it. */
import { setImmediate as turn } from 'node:timers/promises';
import { createConductor } from './conductor.ts';
import type { Stage } from './conductor.ts';
import type { Hands } from './hands.ts';
import type { Keyboard } from './keys/cyrillic.ts';
import { SMALLEST } from './layout.ts';
import { picture } from './picture/picture.ts';
import { firstState } from './state.ts';
import type { Size, State } from './state.ts';
import { keepTime } from './time.ts';
import { keepWatching } from './watching.ts';
import { languageOf } from './words/language.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether this terminal can show the console; if not, there is the menu. */
export function canShow(environment: Environment, stdout: Pick<NodeJS.WriteStream, 'columns' | 'rows'>): boolean {
  const { columns, rows } = sizeOf(stdout);
  return environment['TERM'] !== 'dumb' && columns >= SMALLEST.columns && rows >= SMALLEST.rows;
}

/** Runs the console on this process's terminal until the DJ leaves; resolves to the exit code. */
export async function openConsole(hands: Hands, environment: Environment): Promise<number> {
  // React's other build checks itself, which nobody here reads. Ink asks chalk, which may take a terminal for a robot's.
  process.env['NODE_ENV'] ??= 'production';
  process.env['FORCE_COLOR'] ??= '1';
  const { openScreen } = await import('./screen.tsx');
  const over = new AbortController();
  let exitCode = 0;
  let state: State = firstState(languageOf(environment), hands.who, sizeOf(process.stdout));
  const stage: Stage = {
    draw: (next) => {
      state = next;
      draw();
    },
    redraw: () => {
      terminal.redraw();
    },
    pauseConsole: () => void stopHere(),
    quit: (code) => {
      exitCode = code;
      terminal.close();
    },
  };
  const conductor = createConductor(state, keyboardOf(environment), hands, stage);
  const terminal = openScreen(styleOf(environment), conductor);
  const draw = (): void => {
    terminal.draw(picture(state, hands.clock()));
  };
  /** Ctrl-Z: the terminal goes back to the shell, and this process stops until the shell goes on with it. */
  const stopHere = async (): Promise<void> => {
    const back = await terminal.lend();
    process.off('SIGTSTP', onStop);
    process.kill(process.pid, 'SIGTSTP');
    // Here it stands still, unless nobody could go on with it: then the system lets it run.
    await turn();
    process.on('SIGTSTP', onStop);
    await back();
  };
  const onStop = (): void => void stopHere();
  process.on('SIGTSTP', onStop);
  const clock = keepTime(() => state, draw, hands);
  draw();
  void keepWatching(hands, conductor, over.signal);
  try {
    await terminal.closed;
  } finally {
    over.abort();
    clock.stop();
    process.off('SIGTSTP', onStop);
  }
  return exitCode;
}

function sizeOf({ columns, rows }: Pick<NodeJS.WriteStream, 'columns' | 'rows'>): Size {
  return { columns, rows };
}

function keyboardOf(environment: Environment): Keyboard {
  return environment['KARAOKE_KEYBOARD'] === 'bds' ? 'bds' : 'phonetic';
}

/** Some terminals have no colours, some eyes want none. */
function styleOf(environment: Environment): 'plain' | 'colour' {
  const wanted = (environment['NO_COLOR'] ?? '') === '';
  return wanted && !/^(?:vt\d|.*-m(?:ono)?$|unknown)/.test(environment['TERM'] ?? '') ? 'colour' : 'plain';
}
