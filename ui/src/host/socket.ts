import { asFailure, Failure } from './errors';
import { isRead } from './edits';
import type { Event } from './gen';
import type { Link } from './link';
import { Pictures } from './pictures';
import { connection } from './state.svelte';

interface Waiting {
  /** The frame to send again after a reconnection; null when it must not be (an edit may already be committed). */
  again: (() => string) | null;
  resolve: (value: unknown) => void;
  reject: (cause: Failure) => void;
}

const tokenKey = 'quartier-libre-token';
const firstWait = 300;
const longestWait = 5_000;

/** The token of the address, kept for this tab and taken out of the address so that it is not copied with it. */
function readToken(): string {
  const given = /^#token=([^&]+)/.exec(location.hash)?.[1];
  if (given) {
    sessionStorage.setItem(tokenKey, decodeURIComponent(given));
    history.replaceState(null, '', location.pathname + location.search);
  }
  return sessionStorage.getItem(tokenKey) ?? '';
}

/** The core over one WebSocket. Reads are asked again after a reconnection; edits are refused, never kept silently. */
export class SocketLink implements Link {
  #socket: WebSocket | null = null;
  #open = false;
  #next = 1;
  #wait = firstWait;
  #refusals = 0;
  #waiting = new Map<number, Waiting>();
  #handlers = new Set<(event: Event) => void>();
  #pictures = new Pictures((path) => this.bytes(path));
  #token = readToken();
  #greeted = false;

  constructor() {
    this.#connect();
  }

  call(name: string, request: unknown): Promise<unknown> {
    return this.#ask({ call: name, with: request }, isRead(name));
  }

  bytes(path: string): Promise<ArrayBuffer> {
    return this.#ask({ bytes: path }, true) as Promise<ArrayBuffer>;
  }

  image(path: string): Promise<string> {
    return this.#pictures.get(path);
  }

  async upload(blob: Blob): Promise<{ hash: string; width: number; height: number }> {
    const content = new Uint8Array(await blob.arrayBuffer());
    if (!this.#open) throw lost();
    const id = this.#next++;
    const frame = new Uint8Array(content.length + 4);
    new DataView(frame.buffer).setUint32(0, id, true);
    frame.set(content, 4);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { again: null, resolve: resolve as (value: unknown) => void, reject });
      this.#socket?.send(frame);
    });
  }

  listen(handler: (event: Event) => void): () => void {
    this.#handlers.add(handler);
    return () => this.#handlers.delete(handler);
  }

  #ask(what: object, repeatable: boolean): Promise<unknown> {
    if (!this.#open && !repeatable) return Promise.reject(lost());
    const id = this.#next++;
    const frame = () => JSON.stringify({ id, ...what });
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { again: repeatable ? frame : null, resolve, reject });
      if (this.#open) this.#socket?.send(frame());
    });
  }

  #connect(): void {
    const address = new URL('socket', location.href.split('#')[0]);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    socket.onopen = () => socket.send(JSON.stringify({ hello: this.#token }));
    socket.onmessage = (message) => this.#receive(message.data);
    socket.onclose = () => this.#lose();
  }

  #receive(data: string | ArrayBuffer): void {
    if (data instanceof ArrayBuffer) {
      this.#settle(new DataView(data).getUint32(0, true), (waiting) => waiting.resolve(data.slice(4)));
      return;
    }
    const frame = JSON.parse(data);
    if (frame.welcome) this.#welcome();
    else if (frame.event) this.#tell(frame.event);
    else if (frame.id === undefined && frame.error) this.#refusals += 1;
    else if (frame.error) this.#settle(frame.id, (waiting) => waiting.reject(asFailure(frame.error)));
    else this.#settle(frame.id, (waiting) => waiting.resolve(frame.ok));
  }

  #welcome(): void {
    this.#open = true;
    this.#wait = firstWait;
    this.#refusals = 0;
    connection.state = 'open';
    for (const { again } of this.#waiting.values()) if (again) this.#socket?.send(again());
    // What changed while the link was down was not told: everything on screen is read again.
    if (this.#greeted) this.#tell({ type: 'session' });
    this.#greeted = true;
  }

  #lose(): void {
    const wasOpen = this.#open;
    this.#open = false;
    if (!wasOpen) this.#refusals += this.#greeted ? 0 : 1;
    connection.state = this.#refusals >= 3 && !this.#greeted ? 'refused' : 'lost';
    for (const [id, waiting] of this.#waiting) {
      if (waiting.again) continue;
      this.#waiting.delete(id);
      waiting.reject(lost());
    }
    setTimeout(() => this.#connect(), this.#wait);
    this.#wait = Math.min(longestWait, this.#wait * 2);
  }

  #settle(id: number, how: (waiting: Waiting) => void): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    how(waiting);
  }

  #tell(event: Event): void {
    for (const handler of this.#handlers) handler(event);
  }
}

const lost = (): Failure => new Failure('connection_lost', 'the connection to the core is closed');
