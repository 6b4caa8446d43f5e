/**
 * control: the DJ's socket. It answers karaokectl from the store, and keeps the table of connections true.
 *
 * Hears: hints (they wake watchers and waiting answers), sessions-alive, end-party, tree; leave, config-changed, reopen-logs.
 * Tells: hints after every order, party-ended, show-tree, stop-daemon.
 * Ends: at `leave` or as an orphan, its socket closed and removed. When it falls, the music and the guests do not notice.
 */
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createAnswers } from '../dj/answers.ts';
import { createBell } from '../dj/bell.ts';
import { refusal } from '../dj/refusal.ts';
import { serveControl } from '../ipc/control_serve.ts';
import { controlPath } from '../ipc/control_path.ts';
import { joinHost } from '../ipc/link.ts';
import type { Of, Subject } from '../ipc/messages.ts';
import { asideOn } from '../store/sqlite/aside/aside.ts';
import { openStore } from '../store/sqlite/open.ts';
import { enterWorkplace } from '../workplace.ts';
import { lookAt } from './look.ts';
import { memoryOf } from './memory.ts';
import { createTreeAsker } from './tree_asker.ts';

const POLL_MS = 1_000;
const TREE_PATIENCE_MS = 2_000;

joinHost('control', async (facts, host) => {
  const workplace = enterWorkplace('control', facts, openStore);
  const { config, log, store } = workplace;
  const path = controlPath(config().var);
  const bell = createBell();
  const hint = (about: Subject): void => {
    host.hint(about);
    bell.ring();
  };
  const trees = createTreeAsker(() => {
    host.send({ kind: 'show-tree' });
  }, TREE_PATIENCE_MS);
  const answer = createAnswers({
    store,
    hint,
    bell,
    clock: () => performance.now(),
    partyName: () => config()['party.name'],
    tree: trees.ask,
    memory: memoryOf,
    look: lookAt,
    aside: asideOn(join(config().var, 'karaoke.db')),
    canFetch: () => config()['fetch.command'].length > 0,
    stopDaemon: () => {
      host.send({ kind: 'stop-daemon' });
    },
  });
  const server = await serveControl({
    path,
    // The supervisor gave the directory to the group that may be DJ.
    groupId: config()['control.group'] === '' ? null : statSync(dirname(path)).gid,
    answer: async ({ ask, ...asking }) => {
      const answered = await answer(ask.verb, ask.args, { who: ask.who, atMs: ask.atMs, ...asking });
      if (!answered.ok) return { body: answered };
      const { sent, ...body } = answered;
      return sent ? { body, sent } : { body };
    },
    refuse: (text) => refusal('failed', text),
    complain: (error) => {
      log.warn({ err: error }, 'a DJ connection ended badly');
    },
  });
  // A hint that was lost costs a second, no more.
  const poll = setInterval(() => {
    if (store.changed()) bell.ring();
  }, POLL_MS);

  const goHome = (): void => {
    clearInterval(poll);
    server.close();
    store.close();
  };
  /** Repeated until it is written: who asks how many are here must not count the connections of a fallen session. */
  const forgetFallen = (message: Of<'sessions-alive'>): void => {
    store.forgetSessions(message.epochs, message.upTo).then(bell.ring, (error: unknown) => {
      log.warn({ err: error }, 'the connections of fallen sessions could not be forgotten yet');
      setTimeout(forgetFallen, POLL_MS, message).unref();
    });
  };
  const orElse = (text: string) => (error: unknown) => {
    log.error({ err: error }, text);
  };
  return {
    handlers: {
      ...workplace.handlers,
      hint: () => {
        bell.ring();
      },
      'sessions-alive': (message) => {
        forgetFallen(message);
      },
      'end-party': () => {
        store.endParty('host').then(() => {
          hint('party');
          host.send({ kind: 'party-ended' });
        }, orElse('the end of the party could not be written; the supervisor will'));
      },
      tree: ({ tree }) => {
        trees.answered(tree);
      },
      leave: () => {
        goHome();
        process.exit(0);
      },
    },
    orphaned: goHome,
  };
});
