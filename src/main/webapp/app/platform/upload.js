/**
 * Sends one file in pieces, each as large as takes some seconds; after a broken connection it asks how much has arrived and goes on from there.
 *
 * @typedef {{ drive: string, folder: string }} Place
 * @typedef {{ path: string, file: File }} Wish
 * @typedef {'waiting' | 'going' | 'paused' | 'done' | 'moving' | 'failed'} State
 * @typedef {(url: string, init: RequestInit) => Promise<Response>} Fetch
 */

export const PIECE = 65_536;
const LEAST = 4 * PIECE;
/** The server takes less than 2 MB of a request. */
const MOST = 30 * PIECE;
const WISHED_MS = 3000;
const PATIENCE_MS = [1000, 2000, 5000, 10_000, 20_000];

/** Whole 64 KiB, so that nothing has to be sent twice. @param {number} size @param {number} took milliseconds */
export function nextPiece(size, took) {
  const wished = (size * WISHED_MS) / Math.max(1, took);
  const within = Math.min(Math.max(wished, size / 2, LEAST), size * 2, MOST);
  return Math.max(LEAST, Math.floor(within / PIECE) * PIECE);
}

export class Upload {
  /**
   * @param {Place} place
   * @param {Wish} wish
   * @param {() => void} changed
   * @param {{ fetch?: Fetch, wait?: (ms: number) => Promise<void>, base?: string, begun?: (id: string, wish: Wish) => void }} [means]
   */
  constructor(place, wish, changed, { fetch = (url, init) => globalThis.fetch(url, init), wait = pause, base = '', begun = () => {} } = {}) {
    this.place = place;
    this.path = wish.path;
    this.file = wish.file;
    this.changed = changed;
    this.fetch = fetch;
    this.wait = wait;
    this.begun = begun;
    this.address = `${base}/uploads`;
    /** @type {string} */
    this.id = '';
    this.sent = 0;
    this.why = '';
    /** @type {State} */
    this.state = 'waiting';
    this.piece = 16 * PIECE;
    /** @type {AbortController | null} */
    this.running = null;
  }

  /** @param {State} state @param {string} [why] */
  become(state, why = '') {
    this.state = state;
    this.why = why;
    this.changed();
  }

  pause() {
    if (this.state === 'going' || this.state === 'waiting') this.become('paused');
    this.running?.abort();
  }

  async cancel() {
    this.pause();
    if (this.id) await this.fetch(`${this.address}/${this.id}`, { method: 'DELETE' }).catch(() => null);
  }

  /** Until it is there, paused, or cannot be. */
  async run() {
    this.become('going');
    let failures = 0;
    while (this.state === 'going') {
      try {
        if (this.id) await this.ask();
        else await this.begin();
        while (this.state === 'going') {
          await this.send();
          failures = 0;
        }
      } catch {
        if (this.state !== 'going') return;
        if (failures >= PATIENCE_MS.length) {
          this.become('failed', 'OFFLINE');
          return;
        }
        await this.wait(PATIENCE_MS[failures++]);
      }
    }
  }

  async begin() {
    const answer = await this.fetch(this.address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...this.place, path: this.path, size: this.file.size }),
    });
    const said = await answer.json();
    if (answer.status === 201) {
      this.id = said.id;
      this.begun(this.id, { path: this.path, file: this.file });
    } else {
      this.refused(answer.status, said.why);
    }
  }

  async ask() {
    const answer = await this.fetch(`${this.address}/${this.id}`, { method: 'HEAD' });
    if (answer.status === 423) throw new Error('busy');
    if (answer.headers.get('Upload-Complete')) this.become('done');
    else if (answer.ok) this.sent = Number(answer.headers.get('Upload-Offset'));
    else this.refused(answer.status, 'NOT_FOUND');
  }

  async send() {
    this.running = new AbortController();
    const begun = performance.now();
    const answer = await this.fetch(`${this.address}/${this.id}`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(this.sent) },
      body: this.file.slice(this.sent, this.sent + this.piece),
      signal: this.running.signal,
    });
    if (answer.status === 423) throw new Error('busy');
    if (answer.ok || answer.status === 409) this.sent = Number(answer.headers.get('Upload-Offset'));
    if (answer.headers.get('Upload-Complete')) {
      const { item } = await answer.json();
      this.become(item ? 'done' : 'moving');
    } else if (answer.ok || answer.status === 409) {
      this.piece = nextPiece(this.piece, performance.now() - begun);
      this.changed();
    } else if (answer.status >= 500 && answer.status !== 507) {
      throw new Error('unavailable');
    } else {
      this.refused(answer.status, (await answer.json().catch(() => ({}))).why);
    }
  }

  /** @param {number} status @param {string} [why] */
  refused(status, why = String(status)) {
    if (status >= 500 && status !== 507) throw new Error('unavailable');
    if (status === 429) throw new Error('later');
    this.become('failed', why);
  }
}

/** @param {number} ms @returns {Promise<void>} */
function pause(ms) {
  return new Promise((done) => setTimeout(done, ms));
}
