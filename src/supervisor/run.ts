/** One run of karaoked: from taking the var directory to everyone told. */
import { LOADING } from '../config/loading.ts';
import { BadConfig } from '../config/resolve.ts';
import type { Config } from '../config/schema.ts';
import { iso } from '../party/clock.ts';
import type { Party } from '../party/model.ts';
import { controlPath, controlPathProblem } from '../ipc/control_path.ts';
import type { EndReason } from '../ipc/messages.ts';
import type { Log } from '../log.ts';
import { Cannot } from './cannot.ts';
import { affordableConnections, descriptorLimit } from './descriptors.ts';
import { openDoor, openWebDoor } from './door.ts';
import { endKaraoked } from './ending.ts';
import { takeHostLock } from './host_lock.ts';
import { catalogueRead, openHostStore, refuseUnreadable } from './host_store.ts';
import type { PrepareStore } from './host_store.ts';
import { openHouse } from './house.ts';
import { DEFAULT_VAR } from './settings.ts';
import { listenToSignals } from './signals.ts';
import { createTree } from './tree.ts';
import type { Ports } from './tree.ts';

export interface RunDeps {
  readonly config: Config;
  readonly party: 'default' | 'always' | 'never';
  readonly version: string;
  readonly log: Log;
  readonly logFile: string | null;
  readonly prepare: PrepareStore;
  /** Reads the settings again. Throws BadConfig or Cannot; then the old ones stay. */
  readonly reread: () => { readonly config: Config; readonly needRestart: readonly string[] };
  /** Everything stands; the line for stdout. */
  readonly ready: (line: string) => void;
}

/** Resolves when karaoked is ready; it then lives by its children and ends by a signal. Throws Cannot and CannotStart. */
export async function runParty(deps: RunDeps): Promise<void> {
  const { log } = deps;
  const config = affordable(deps.config, log);
  const tooLong = controlPathProblem(config.var);
  if (tooLong !== null) throw new Cannot(78, tooLong);
  refuseUnreadable(config.catalogue);
  const house = openHouse(config.var, config['control.group']);
  const lock = takeHostLock(house);
  const door = await openDoor(
    {
      host: config['tcp.host'],
      port: config['tcp.port'],
      activated: 0,
      flags: { host: '--host', port: '--port' },
    },
    process.env,
  );
  const webDoor = await openWebDoor(config, process.env);
  const host = openHostStore(deps.prepare, config, house);
  const night = { name: config['party.name'], begin: deps.party, staleHours: config['party.staleHours'] };
  const party = await host.openNight(night);
  const catalogueJob = config.catalogue === '' ? null : await host.askImport(config.catalogue);

  const tree = createTree({
    config,
    logFile: deps.logFile,
    log,
    version: deps.version,
    door,
    webDoor,
    stopAsked: () => {
      end('restarting');
    },
  });
  const writeStopped = async (): Promise<void> => {
    // Loaded now and not at start: proper-lockfile hooks signals, and the supervisor's are its own.
    const { nowPlayingFile, STOPPED } = await import('../now_playing.ts');
    await nowPlayingFile(house.nowPlaying, (error, text) => {
      log.warn({ error: String(error) }, text);
    }).show(STOPPED);
  };
  const writeEnd = async (): Promise<void> => {
    const store = openHostStore(deps.prepare, config, house);
    await store.endParty('host');
    store.close();
  };
  let ending = false;
  const end = (reason: EndReason): void => {
    if (ending) return;
    ending = true;
    void endKaraoked(reason, { tree, log, writeEnd, writeStopped }).then((code) => {
      lock.release();
      process.exit(code);
    });
  };
  listenToSignals({
    endParty: () => {
      end('party-over');
    },
    endNow: () => {
      tree.killAll();
    },
    restart: () => {
      end('restarting');
    },
    reload: () => {
      reload(deps, (fresh, needRestart) => {
        tree.reload(fresh, needRestart);
      });
      tree.reopenLogs();
    },
  });

  try {
    const ports = await tree.start(async () => {
      if (catalogueJob !== null) await catalogueRead(host, catalogueJob, log);
      host.close();
    });
    const web = ports.web === null ? '' : ` web=${ports.web}`;
    deps.ready(`ready tcp=${ports.tcp}${web} control=${controlPath(config.var)} pid=${process.pid}`);
    for (const line of welcome(ports, config, party, deps.logFile === null ? 'terminal' : 'daemon')) log.info({}, line);
  } catch (error) {
    tree.killAll();
    await writeStopped();
    lock.release();
    throw error;
  }
}

/** What a person wants to know first; in the log, so that it reads well on a terminal and harms no program. */
function welcome(ports: Ports, config: Config, party: Party | null, where: 'terminal' | 'daemon'): readonly string[] {
  const ctl = `bin/karaokectl${config.var === DEFAULT_VAR ? '' : ` --var ${config.var}`}`;
  const isOpen =
    config['tcp.host'] !== '127.0.0.1' && config['tcp.host'] !== '::1' && config['tcp.host'] !== 'localhost';
  return [
    // Who starts karaoked soon after the DJ has ended the party would wonder where the new one is.
    party === null ? `no party is on; to begin one: ${ctl} party start` : `"${party.name}" is on`,
    // Also after a backup was restored, whose closing time may be over.
    ...(party?.closingAtMs == null
      ? []
      : [`it has a closing time, ${iso(party.closingAtMs)}; to lift it: ${ctl} party closing off`]),
    ...(ports.web === null
      ? []
      : [`guests join in a browser: http://localhost:${ports.web}/ (the stage: http://localhost:${ports.web}/stage)`]),
    `guests join with: nc localhost ${ports.tcp}${isOpen ? " (from elsewhere: this machine's name or address)" : ' (this machine only: tcp.host)'}`,
    `the DJ steers with: ${ctl} (alone it is the console; --help lists every order)`,
    ...(where === 'terminal' ? ['Ctrl-C ends the party, and everyone is told'] : []),
  ];
}

/** Each in a process of its own, whose limit of open files is ours. */
const COUNTED = [
  { setting: 'session.connections', reserved: 0 },
  { setting: 'web.connections', reserved: LOADING },
] as const;

function affordable(config: Config, log: Log): Config {
  const limit = descriptorLimit();
  const within = COUNTED.map(
    ({ setting, reserved }) => [setting, affordableConnections(config[setting], limit, reserved)] as const,
  );
  for (const [setting, connections] of within) {
    if (connections < config[setting])
      log.warn(
        { connections, wanted: config[setting], setting },
        'fewer connections than configured: the limit of open files is low (ulimit -n, LimitNOFILE)',
      );
  }
  return { ...config, ...Object.fromEntries(within) };
}

function reload(deps: RunDeps, apply: (config: Config, needRestart: readonly string[]) => void): void {
  deps.log.reopen();
  try {
    const { config, needRestart } = deps.reread();
    deps.log.setLevel(config['log.level']);
    apply(config, needRestart);
    deps.log.info({ needRestart }, 'the settings were read again');
  } catch (error) {
    if (!(error instanceof BadConfig || error instanceof Cannot)) throw error;
    deps.log.error({ problems: error.message }, 'the settings are wrong, the old ones stay');
  }
}
