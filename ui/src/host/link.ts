import type { Commands, Event } from './gen';

export type CommandName = keyof Commands;
export type Request<K extends CommandName> = Commands[K][0];
export type Reply<K extends CommandName> = Commands[K][1];

/** One way to reach the core: the window's own, or a socket. Everything above it is the same in both. */
export interface Link {
  call(name: string, request: unknown): Promise<unknown>;
  bytes(path: string): Promise<ArrayBuffer>;
  /** An address for an <img>, valid until the link says otherwise. */
  image(path: string): Promise<string>;
  upload(blob: Blob): Promise<{ hash: string; width: number; height: number }>;
  listen(handler: (event: Event) => void): () => void;
}
