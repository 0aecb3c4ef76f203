// For the tests of `Preview`: a core that answers when it is told to.
import type { ExportChoice, Preview as Reply, Warning } from '../../host/gen';
import type { Core, Preview } from './preview.svelte';

export const choice = (per_page: number, kind = 'storyboard.pdf') =>
  ({ film: 'f', kind, look: { per_page } }) as ExportChoice;

export function slow(make: (core: Core) => Preview) {
  type Answer = (pages?: number, warnings?: Warning[]) => void;
  const asked: { choice: ExportChoice; answer: Answer; refuse: (code: string) => void }[] = [];
  const released: string[] = [];
  const pages: string[] = [];
  const refuse = { next: null as string | null };
  let held: Promise<void> | null = null;
  const preview = make({
    preview: (choice) =>
      new Promise<Reply>((done, failed) => {
        const key = `k${asked.length + 1}`;
        asked.push({
          choice,
          answer: (pages = 6, warnings = []) => done({ key, pages, warnings } as unknown as Reply),
          refuse: (code) => failed({ code }),
        });
      }),
    page: async (key, page) => {
      const address = `${key}/${page}`;
      pages.push(address);
      const wait = held;
      held = null;
      await wait;
      if (refuse.next) {
        const code = refuse.next;
        refuse.next = null;
        throw { code };
      }
      return { address, release: () => released.push(address) };
    },
    end: () => undefined,
  });
  /** The next page comes when what is given back is called. */
  const hold = (): (() => void) => {
    let come = (): void => undefined;
    held = new Promise((done) => (come = done));
    return () => come();
  };
  return { preview, asked, released, pages, refuse, hold };
}
