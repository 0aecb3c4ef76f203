// A passphrase being chosen: typed twice, unless it was shown; rated by the core as it grows.

import { call, type Reply } from '../../host';
import { t } from '../../texts/index.svelte';

/** Milliseconds of silence before the core is asked. */
export const PAUSE = 150;

export class Choosing {
  passphrase = $state('');
  again = $state('');
  /** Shown, it was read: it needs not be typed twice. */
  shown = $state(false);
  rate: Reply<'rate_passphrase'> | null = $state.raw(null);
  /** What is wrong, said at its field once it was tried. */
  wrong: 'passphrase' | 'again' | null = $state(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  /** What to say at a field. */
  errorOf(field: 'passphrase' | 'again'): string | undefined {
    if (this.wrong !== field) return undefined;
    return field === 'again' ? t('passphrase-differs') : t(`passphrase-hint-${this.rate?.hint ?? 'empty'}`);
  }

  typed(): void {
    this.wrong = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.ask(), PAUSE);
  }

  async ask(): Promise<void> {
    clearTimeout(this.#timer);
    const mine = (this.#asked += 1);
    const rate = await call('rate_passphrase', { passphrase: this.passphrase }).catch(() => null);
    if (mine === this.#asked) this.rate = rate;
  }

  /** True when it may be taken; else `wrong` says which field is looked at again. */
  async check(): Promise<boolean> {
    await this.ask();
    this.wrong = null;
    if (this.rate && !this.rate.enough) this.wrong = 'passphrase';
    else if (!this.shown && this.again !== this.passphrase) this.wrong = 'again';
    return this.wrong === null;
  }

  forget(): void {
    clearTimeout(this.#timer);
    [this.passphrase, this.again, this.rate] = ['', '', null];
  }
}
