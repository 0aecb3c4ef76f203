import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Event, Person, PersonLine, Register } from '../../host/gen';

const call = vi.hoisted(() => vi.fn());
const heard = vi.hoisted(() => new Set<(event: unknown) => void>());
vi.mock('../../host', () => ({
  call,
  asFailure: (cause: unknown) => cause,
  holdBack: () => undefined,
  listen: (handler: (event: unknown) => void) => (heard.add(handler), () => heard.delete(handler)),
}));
const { register } = await import('../../rows/register.svelte');
const { People } = await import('./people.svelte');
const { HealthNote, SHOWN } = await import('./health.svelte');

const mode = (unlocked: boolean): Register => ({ exists: true, unlocked }) as Register;
const line = (given: string, more: Partial<PersonLine> = {}): PersonLine =>
  ({ id: given, given, minor: true, left: false, ...more }) as PersonLine;
const lina = { id: 'Lina', given: 'Lina' } as Person;
const list = { people: [line('Lina'), line('Bruno', { minor: false }), line('Yanis', { left: true })], total: 2 };
const answers: Record<string, () => unknown> = {};
const tell = (event: Event): void => heard.forEach((handler) => handler(event));

beforeEach(() => {
  Object.assign(answers, {
    list_people: () => list,
    get_person: () => lina,
    undo_register: () => ({ done: null, person: null, name: null, field: null }),
  });
  call.mockReset().mockImplementation((name: string) => Promise.resolve(answers[name]?.() ?? {}));
  register.leave();
  register.take(mode(true));
});

describe('the people of the open register', () => {
  it('are dropped when it is sealed', async () => {
    const people = new People();
    const stop = people.follow();
    await people.choose('Lina');
    await people.search('lin');
    expect([people.list, people.person]).toEqual([list, lina]);
    register.take(mode(false));
    expect([people.list, people.person, people.query, people.shown], 'nothing of anybody stays').toEqual([
      null,
      null,
      '',
      [],
    ]);
    stop();
  });

  it('are not taken from an answer that comes after the seal', async () => {
    const people = new People();
    const stop = people.follow();
    let answer = (_: unknown): void => undefined;
    answers.get_person = () => new Promise((done) => (answer = done));
    const choosing = people.choose('Lina');
    register.take(mode(false));
    answer(lina);
    await choosing;
    expect(people.person, 'what was on its way is nobody’s').toBeNull();
    stop();
  });

  it('are not read again while it is sealed', async () => {
    const people = new People();
    const stop = people.follow();
    register.take(mode(false));
    call.mockClear();
    tell({ type: 'people' });
    expect(call).not.toHaveBeenCalled();
    stop();
  });

  it('show the file that was chosen last, whichever answers first', async () => {
    const people = new People();
    const waiting: ((person: Person) => void)[] = [];
    answers.get_person = () => new Promise((done) => waiting.push(done as (person: Person) => void));
    const [first, second] = [people.choose('Lina'), people.choose('Noah')];
    waiting[1]?.({ id: 'Noah' } as Person);
    waiting[0]?.(lina);
    await Promise.all([first, second]);
    expect(people.person?.id).toBe('Noah');
  });

  it('are split by who comes and who came', async () => {
    const people = new People();
    await people.read();
    const names = (): string => people.shown.map(({ given }) => given).join(' ');
    expect(names()).toBe('Lina Bruno');
    people.part = 'minors';
    expect(names()).toBe('Lina');
    people.part = 'former';
    expect(names()).toBe('Yanis');
  });

  it('know from the core whether anything can be taken back, also what was done on a sheet', async () => {
    const people = new People();
    expect(people.canUndo, 'nothing is known yet').toBe(false);
    answers.list_people = () => ({ ...list, can_undo: true, can_redo: false });
    people.receive({ type: 'sheets' });
    await vi.waitFor(() => expect([people.canUndo, people.canRedo]).toEqual([true, false]));
    answers.list_people = () => ({ ...list, can_undo: false, can_redo: true });
    people.receive({ type: 'people' });
    await vi.waitFor(() => expect([people.canUndo, people.canRedo]).toEqual([false, true]));
  });
});

describe('a note on health', () => {
  it('hides by itself after half a minute', async () => {
    vi.useFakeTimers();
    answers.get_health = () => ({ text: 'pollen', until: null });
    const note = new HealthNote('Lina');
    await note.show();
    expect(note.shown?.text).toBe('pollen');
    vi.advanceTimersByTime(SHOWN);
    expect(note.shown).toBeNull();
    vi.useRealTimers();
  });

  it('is not shown when it comes after it was hidden', async () => {
    let answer = (_: unknown): void => undefined;
    answers.get_health = () => new Promise((done) => (answer = done));
    const note = new HealthNote('Lina');
    const showing = note.show();
    note.hide();
    answer({ text: 'pollen', until: null });
    await showing;
    expect(note.shown).toBeNull();
  });
});
