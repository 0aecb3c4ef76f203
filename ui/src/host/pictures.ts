/** Object addresses of pictures already fetched, the least recently used revoked first. */
export class Pictures {
  #addresses = new Map<string, string>();
  #waiting = new Map<string, Promise<string>>();

  constructor(
    private readonly fetchBytes: (path: string) => Promise<ArrayBuffer>,
    private readonly room = 600,
  ) {}

  get(path: string): Promise<string> {
    const known = this.#addresses.get(path);
    if (known !== undefined) {
      // Put back at the end: a Map keeps insertion order, which is the order of use here.
      this.#addresses.delete(path);
      this.#addresses.set(path, known);
      return Promise.resolve(known);
    }
    const asked = this.#waiting.get(path);
    if (asked) return asked;
    const answer = this.#fetch(path).finally(() => this.#waiting.delete(path));
    this.#waiting.set(path, answer);
    return answer;
  }

  async #fetch(path: string): Promise<string> {
    const address = URL.createObjectURL(new Blob([await this.fetchBytes(path)]));
    this.#addresses.set(path, address);
    for (const [oldest, unused] of this.#addresses) {
      if (this.#addresses.size <= this.room) break;
      this.#addresses.delete(oldest);
      URL.revokeObjectURL(unused);
    }
    return address;
  }
}
