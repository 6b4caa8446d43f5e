/** The part of node-ipc 14.0.0 that control_serve.ts and control_call.ts use; the package brings no types. */
declare module 'node-ipc' {
  import type { Server as NetServer, Socket } from 'node:net';

  interface Config {
    socketRoot: string;
    appspace: string;
    id: string;
    parser: 'guarded';
    secureSocketRoot: boolean;
    unlink: boolean;
    silent: boolean;
    maxConnections: number;
    maxMessageSize: number;
    /** Milliseconds in which a begun frame must end. */
    messageTimeout: number;
    maxRetries: number;
    stopRetrying: boolean;
  }

  export interface Server {
    readonly server: NetServer;
    /** Every connection that is open. */
    readonly sockets: readonly Socket[];
    /** `*` hears every event, the lifecycle's too: (type, data, socket). */
    on(type: '*', listener: (type: string, data: unknown, socket: unknown) => void): this;
    on(type: 'start', listener: () => void): this;
    on(type: 'error', listener: (error: Error) => void): this;
    on(type: 'socket.disconnected', listener: (socket: Socket) => void): this;
    emit(socket: Socket, type: string, data: unknown): boolean;
    /** Cuts the connection and says `error`. Not documented. */
    protocolFailure(socket: Socket, error: Error): void;
    start(): void;
    stop(): void;
  }

  export interface Client {
    on(type: 'connect' | 'disconnect', listener: () => void): this;
    on(type: 'error', listener: (error: Error) => void): this;
    on(type: string, listener: (data: unknown) => void): this;
    emit(type: string, data: unknown): boolean;
  }

  export class IPCModule {
    readonly config: Config;
    readonly server: Server;
    readonly of: Record<string, Client | undefined>;
    serve(path: string, started: () => void): void;
    connectTo(id: string, path: string, called: () => void): void;
    disconnect(id: string): void;
  }
}
