// The laptop goes round: whose turn it is, and which of the three screens is shown. Between two people there is always a screen
// that names the next one, so that nobody signs in the frame of somebody else.
import { asFailure, call, clearFailure, Failure, saving } from '../../host';
import type { Handover } from '../../host/gen';

/** `pass`: to whom it goes. `sign`: their frame. `rest`: everybody was asked. `coming`: the core has not answered. */
export type Step = 'coming' | 'pass' | 'sign' | 'rest';

export class Round {
  now: Handover | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  /** An answer is on its way: nothing is sent twice. */
  busy = $state(false);
  /** Who has just signed, until the next one is there: they hear that it is kept. */
  thanked: string | null = $state(null);
  /** Who has the laptop said so. */
  #here = $state(false);
  /** Asked once without a signature: met again, the round is over. */
  #skipped: ReadonlySet<number> = $state.raw(new Set());

  get step(): Step {
    if (!this.now) return 'coming';
    const { current } = this.now;
    if (!current || this.#skipped.has(current.slot)) return 'rest';
    return this.#here ? 'sign' : 'pass';
  }

  async load(): Promise<void> {
    await this.#ask(async () => {
      const { handover } = await call('get_handover', {});
      if (!handover) throw new Failure('not_found', 'the laptop does not go round any more');
      return handover;
    }, false);
  }

  /** "C'est moi". */
  arrive(): void {
    [this.#here, this.thanked] = [true, null];
  }

  /** Keeps the signature and goes on; true when it is kept. */
  async sign(strokes: string[]): Promise<boolean> {
    const current = this.now?.current;
    if (!current || strokes.length === 0) return false;
    const { slot, name } = current;
    const kept = await this.#ask(() => call('sign_handover', { slot, strokes }), true);
    if (kept) this.thanked = name;
    return kept;
  }

  /** Not here, or not them: they are asked again at the end. */
  async skip(): Promise<void> {
    const slot = this.now?.current?.slot;
    if (slot === undefined) return;
    this.thanked = null;
    if (await this.#ask(() => call('skip_handover', { slot }), true)) this.#skipped = new Set([...this.#skipped, slot]);
  }

  /** Asks those who were not there once more. */
  again(): void {
    [this.#skipped, this.thanked] = [new Set(), null];
  }

  /** Somebody else signed meanwhile, or the answer that this was kept was lost: whose turn it is by now is shown. */
  async #moved(): Promise<boolean> {
    const { handover } = await call('get_handover', {}).catch(() => ({ handover: null }));
    if (!handover || handover.current?.slot === this.now?.current?.slot) return false;
    [this.now, this.#here, this.thanked] = [handover, false, null];
    return true;
  }

  async #ask(question: () => Promise<Handover>, next: boolean): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      const before = this.now?.current?.slot;
      this.now = await question();
      if (next || this.now?.current?.slot !== before) this.#here = false;
      this.failure = null;
      return true;
    } catch (cause) {
      const failure = asFailure(cause);
      const moved = failure.code === 'not_found' && (await this.#moved());
      this.failure = moved ? null : failure;
      // Whose turn it is by now is the answer: nothing that was kept is at risk.
      if (moved && saving.failure === failure) clearFailure();
      return false;
    } finally {
      this.busy = false;
    }
  }
}
