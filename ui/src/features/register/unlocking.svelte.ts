// Opening the register: what was typed, how often it was wrong, and until when no try is taken. It keeps nothing once it is open.

import { asFailure, call } from '../../host';
import { register } from '../../rows';
import { t } from '../../texts/index.svelte';
import { refusal } from '../../texts/refusal';
import { isComplete, isEmpty, joined, noCode } from './code';

export class Unlocking {
  passphrase = $state('');
  code = $state(noCode());
  /** With what it is opened: what was touched last, when both are there. */
  by: 'passphrase' | 'code' = $state('passphrase');
  /** Why it stays sealed, in words; beside what was tried. */
  error: { by: 'passphrase' | 'code'; words: string; wrong: boolean } | null = $state(null);
  busy = $state(false);
  /** The clock, as far as the wait needs it. */
  now = $state(Date.now());

  #tried: (code: string | null) => void;

  /** `tried` hears the code that is tried, before anybody hears that the register is open, and null once it was wrong. */
  constructor(tried: (code: string | null) => void = () => {}) {
    this.#tried = tried;
  }

  /** Milliseconds until the next try is taken. */
  readonly wait: number = $derived(Math.max(0, (register.now?.wait_until ?? 0) - this.now));
  readonly ready: boolean = $derived(this.by === 'code' ? isComplete(this.code) : this.passphrase !== '');

  /** Follows the wait by the second until the returned function is called. */
  tick(): () => void {
    const timer = setInterval(() => (this.now = Date.now()), 1_000);
    return () => clearInterval(timer);
  }

  /** It is opened with what was touched last; what was said of a code that was not whole is over. */
  typed(by: 'passphrase' | 'code'): void {
    // A code that was taken out again opens nothing.
    this.by = by === 'code' && !isEmpty(this.code) ? 'code' : 'passphrase';
    if (this.error?.by === 'code' && !this.error.wrong) this.error = null;
  }

  /** Whether some of the code was typed, and not all of it: that is said, and nothing is tried. */
  missing(): boolean {
    if (this.by !== 'code' || isEmpty(this.code) || isComplete(this.code)) return false;
    // The phrase is there: it opens.
    if (this.passphrase !== '') {
      this.by = 'passphrase';
      return false;
    }
    this.error = { by: 'code', words: t('code-missing'), wrong: false };
    return true;
  }

  /** True once the register is open. */
  async unlock(): Promise<boolean> {
    if (this.busy || this.wait > 0) return false;
    const { by } = this;
    [this.busy, this.error] = [true, null];
    try {
      const how = by === 'code' ? { code: joined(this.code) } : { passphrase: this.passphrase };
      if (by === 'code') this.#tried(joined(this.code));
      register.take(await call('unlock_register', how));
      this.forget();
      return true;
    } catch (cause) {
      const { code } = asFailure(cause);
      this.#tried(null);
      // How many tries are left, and how long it waits.
      await register.load().catch(() => {});
      this.now = Date.now();
      // The wait tells itself, with its end.
      const wrong = code === 'passphrase_wrong' || code === 'code_wrong';
      if (code !== 'passphrase_wait') this.error = { by, words: refusal(cause), wrong };
      return false;
    } finally {
      this.busy = false;
    }
  }

  forget(): void {
    this.passphrase = '';
    this.code = noCode();
    this.error = null;
  }
}
