// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Event } from './gen';
import { SocketLink } from './socket';
import { connection } from './state.svelte';

/** A socket whose other end is the test. */
class Wire {
  static all: Wire[] = [];
  sent: (string | Uint8Array)[] = [];
  binaryType = '';
  onopen: () => void = () => {};
  onclose: () => void = () => {};
  onmessage: (message: { data: unknown }) => void = () => {};
  constructor(readonly address: URL) {
    Wire.all.push(this);
  }
  send(frame: string | Uint8Array): void {
    this.sent.push(frame);
  }
  say(frame: unknown): void {
    this.onmessage({
      data: typeof frame === 'object' && !(frame instanceof ArrayBuffer) ? JSON.stringify(frame) : frame,
    });
  }
  welcome(): void {
    this.onopen();
    this.say({ welcome: true });
  }
  get last(): Record<string, unknown> {
    return JSON.parse(String(this.sent.at(-1)));
  }
}

const wire = (at = -1): Wire => Wire.all.at(at)!;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', Wire);
  Wire.all = [];
  sessionStorage.clear();
  location.hash = '#token=secret';
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the socket', () => {
  it('greets with the token of the address, which then leaves the address', () => {
    new SocketLink();
    wire().onopen();
    expect(wire().last).toEqual({ hello: 'secret' });
    expect(location.hash).toBe('');
    expect(wire().address.pathname).toBe('/socket');
  });

  it('answers calls by their number, whatever the order of the replies', async () => {
    const link = new SocketLink();
    wire().welcome();
    const first = link.call('get_session', {});
    const second = link.call('list_films', {});
    wire().say({ id: 2, ok: 'films' });
    wire().say({ id: 1, ok: 'session' });
    expect(await first).toBe('session');
    expect(await second).toBe('films');
  });

  it('gives the core’s error code to the caller', async () => {
    const link = new SocketLink();
    wire().welcome();
    const asked = link.call('add_film', { title: 'x' });
    wire().say({ id: 1, error: { code: 'disk_full', message: '', hint: '' } });
    await expect(asked).rejects.toMatchObject({ code: 'disk_full' });
  });

  it('asks a read again after a lost connection', async () => {
    const link = new SocketLink();
    wire().welcome();
    const asked = link.call('get_film', { film: 'a' });
    wire().onclose();
    expect(connection.state).toBe('lost');
    vi.advanceTimersByTime(400);
    wire().welcome();
    expect(wire().last).toMatchObject({ id: 1, call: 'get_film' });
    wire().say({ id: 1, ok: 'film' });
    expect(await asked).toBe('film');
  });

  it('refuses an edit that was cut, and one made while the connection is lost: neither is kept silently', async () => {
    const link = new SocketLink();
    wire().welcome();
    const cut = link.call('add_stroke', {});
    wire().onclose();
    await expect(cut).rejects.toMatchObject({ code: 'connection_lost' });
    await expect(link.call('add_stroke', {})).rejects.toMatchObject({ code: 'connection_lost' });
    vi.advanceTimersByTime(400);
    wire().welcome();
    expect(wire().sent).toHaveLength(1);
  });

  it('says that everything must be read again after a reconnection, not after the first connection', () => {
    const link = new SocketLink();
    const heard: Event[] = [];
    link.listen((event) => heard.push(event));
    wire().welcome();
    expect(heard).toEqual([]);
    wire().onclose();
    vi.advanceTimersByTime(400);
    wire().welcome();
    expect(heard).toEqual([{ type: 'session' }]);
  });

  it('gives bytes without their number', async () => {
    const link = new SocketLink();
    wire().welcome();
    const asked = link.bytes('ink/a');
    const frame = new Uint8Array([1, 0, 0, 0, 7, 8]);
    wire().say(frame.buffer);
    expect([...new Uint8Array(await asked)]).toEqual([7, 8]);
  });
});
