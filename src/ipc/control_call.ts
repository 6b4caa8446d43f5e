/** The DJ's socket, the asking end: one question, whatever is told meanwhile, and how it ended. */
import { IPCModule } from 'node-ipc';
import type { Client } from 'node-ipc';
import { codeOf } from './claim.ts';
import { CONTROL_VERSION, readReply } from './control_frames.ts';
import type { Ask } from './control_frames.ts';
import { configure } from './control_ipc.ts';

/** How a call ended. `gone`: the connection was lost before the answer. `silent`: nothing was heard for too long. */
export type CallEnd =
  | { readonly is: 'answer'; readonly body: unknown }
  | { readonly is: 'not-running' }
  | { readonly is: 'denied' }
  | { readonly is: 'silent' }
  | { readonly is: 'gone' }
  | { readonly is: 'failed'; readonly why: string };

export interface Call extends Omit<Ask, 'id'> {
  readonly path: string;
  /** How long the daemon may be silent, in milliseconds. After the first event it may be silent for ever. */
  readonly timeoutMs: number;
  progress(body: unknown): void;
  event(body: unknown): void;
}

/** Asks the daemon once. Never rejects: whatever goes wrong is an end of the call. */
export function askControl(call: Call): Promise<CallEnd> {
  const ipc = new IPCModule();
  configure(ipc, call.path, {});
  const id = 1;
  return new Promise((resolve) => {
    let silence: NodeJS.Timeout | undefined;
    let verdict: NodeJS.Immediate | undefined;
    const goOnListening = (): void => {
      clearTimeout(silence);
      clearImmediate(verdict);
    };
    const end = (how: CallEnd): void => {
      goOnListening();
      ipc.disconnect('control');
      resolve(how);
    };
    const heard = (): void => {
      goOnListening();
      silence = setTimeout(() => {
        // What came while this process itself got no CPU is heard first.
        verdict = setImmediate(end, { is: 'silent' });
      }, call.timeoutMs);
    };
    ipc.connectTo('control', call.path, () => {
      const client = ipc.of['control'];
      if (!client) return;
      heard();
      client.on('error', (error) => {
        end(connectionEnd(error));
      });
      client.on('disconnect', () => {
        end({ is: 'gone' });
      });
      const { verb, args, who, atMs } = call;
      client.on('connect', () => {
        client.emit('ask', { version: CONTROL_VERSION, id, verb, args, who, atMs });
      });
      hear(client, 'answer', (body) => {
        end({ is: 'answer', body });
      });
      hear(client, 'progress', (body) => {
        heard();
        call.progress(body);
      });
      hear(client, 'event', (body) => {
        goOnListening();
        call.event(body);
      });
    });
  });
}

function hear(client: Client, type: string, listener: (body: unknown) => void): void {
  client.on(type, (raw: unknown) => {
    const reply = readReply(raw);
    if (reply) listener(reply.body);
  });
}

function connectionEnd(error: Error): CallEnd {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ENOTSOCK') return { is: 'not-running' };
  if (code === 'EACCES' || code === 'EPERM') return { is: 'denied' };
  if (code === 'ECONNRESET' || code === 'EPIPE') return { is: 'gone' };
  return { is: 'failed', why: error.message };
}
