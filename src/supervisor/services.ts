/** What all services of the tree have in common: they hear hints and say hints, and are born alike. */
import type { Message, Subject } from '../ipc/messages.ts';
import type { Log } from '../log.ts';
import type { Births } from './births.ts';
import type { Child } from './child.ts';
import type { ChildSpec } from './children.ts';
import { createService } from './service.ts';
import type { Service } from './service.ts';

/** What one service is besides. */
export interface Own {
  /** Whatever else it may say. */
  readonly hears?: (message: Message, handle: unknown) => 'understood' | 'foreign';
  /** It is ready, for the first time or again. */
  readonly up?: (port: number | null) => void;
  readonly down?: () => void;
  /** The listening socket that it inherits. */
  readonly fd?: number | null;
}

export interface ServicesDeps {
  readonly log: Log;
  readonly births: Births;
  /** Hints go from here to everybody. */
  readonly relay: (about: Subject) => void;
  /** It said what it should not. */
  readonly unexpected: (message: Message, from: Child) => void;
}

/** Returns what makes one of them; `start` starts it. */
export function servicesOf({ log, births, relay, unexpected }: ServicesDeps) {
  return (spec: ChildSpec, { hears, up, down, fd = null }: Own = {}): Service =>
    createService({
      spec,
      log,
      facts: (first) => births.facts(first, fd === null ? 'own' : 'inherited'),
      listenFd: fd,
      heard: (message, handle, child) => {
        if (message.kind === 'hint') relay(message.about);
        else if ((hears?.(message, handle) ?? 'foreign') === 'foreign') unexpected(message, child);
      },
      up: (at) => up?.(at),
      down: () => down?.(),
    });
}
