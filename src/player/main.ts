/**
 * The player: calls the singers, keeps the time of the music, and writes now_playing. It is the only process that takes
 * entries out of the line and announces who is next.
 *
 * Hears: hints about queue, orders, party and catalogue; look, leave, config-changed, reopen-logs.
 * Tells: looked; hints about song, queue, party, and orders carried out.
 * Ends: at `leave` or as an orphan, with its position and `stopped` written; quietly, when another player took the stage.
 */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { joinHost } from '../ipc/link.ts';
import { nowPlayingFile, STOPPED } from '../now_playing.ts';
import { limitsOf } from '../store/limits.ts';
import { openStore } from '../store/sqlite/open.ts';
import { enterWorkplace } from '../workplace.ts';
import { startLoop } from './loop.ts';
import { clockOutput } from './outputs/clock.ts';
import { positionFile } from './position_file.ts';
import { createStage } from './stage.ts';

joinHost('player', async (facts, host) => {
  const workplace = enterWorkplace('player', facts, openStore);
  const { config, log, store } = workplace;
  const folder = config().var;
  const warn = (error: unknown, text: string): void => {
    log.warn({ err: error }, text);
  };
  const nowPlaying = nowPlayingFile(join(folder, 'now_playing'), warn);
  const clock = () => ({ wall: Date.now(), monotonic: performance.now() });
  let leaving = false;
  const stage = createStage({
    store,
    output: clockOutput(),
    position: positionFile(join(folder, 'run', 'player.position')),
    clock,
    giveWayMs: () => limitsOf(config()).giveWayMs,
    hint: (about) => {
      host.hint(about);
    },
    warn: (text) => {
      log.warn({}, text);
    },
    show: (view) => {
      if (!leaving) void nowPlaying.show(view);
    },
    after: facts.first ? 'new run' : 'lifted',
  });
  const loop = await startLoop({
    stage,
    changed: () => store.changed(),
    clock,
    after: (ms, what) => {
      const timer = setTimeout(what, ms);
      return () => {
        clearTimeout(timer);
      };
    },
    warn,
    replaced: () => {
      log.warn({ epoch: facts.epoch }, 'another player has taken the stage; this one leaves it');
      process.exit(0);
    },
  });

  // The turn stays as it is in the store: at the next start the song goes on.
  const goHome = async (): Promise<void> => {
    leaving = true;
    // Side by side: a busy store must not cost an orphan the time to say that it is gone.
    await Promise.all([nowPlaying.show(STOPPED), loop.stop()]);
    store.close();
  };
  return {
    handlers: {
      ...workplace.handlers,
      hint: ({ about }) => {
        loop.wake(about);
      },
      look: () =>
        void loop.lookNow().then(() => {
          host.send({ kind: 'looked' });
        }),
      leave: () => void goHome().then(() => process.exit(0)),
    },
    orphaned: goHome,
  };
});
