/**
 * The messages that are not stored yet. One is sent at a time, in the order of writing, and stays here until the server says
 * that it is stored; what cannot be stored now is tried again. All of it outlives a lost connection and a reload.
 *
 * @import { ClientMessage, NotStoredReason } from '../protocol/messages.js'
 * @import { Item, Note } from '../state/unsent.js'
 * @typedef {object} UnsentParts
 * @property {(message: ClientMessage) => boolean} send
 * @property {(items: readonly Item[]) => void} onChange
 * @property {{read(): Item[], keep(items: readonly Item[]): void}} shelf
 * @property {{after(ms: number, run: () => void): number, cancel(timer: number): void}} clock
 */

const RETRY_FIRST = 1000;
const RETRY_MOST = 8000;

export class Unsent {
  /** @type {Item[]} */
  #items;
  /** @type {number | undefined} */
  #timer;
  #retry = RETRY_FIRST;
  #parts;

  /** @param {UnsentParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#items = parts.shelf.read().map((item) => (item.state === 'sending' ? { ...item, state: 'waiting' } : item));
    parts.onChange(this.#items);
  }

  get items() {
    return this.#items;
  }

  /** The same key again replaces what waits under it. @param {string} key @param {ClientMessage} message @param {Note} [note] */
  add(key, message, note = {}) {
    this.#change([...this.#items.filter((item) => item.key !== key), { key, message, note, state: 'waiting', reason: null }]);
    this.#next();
  }

  /** Stored. @param {string} key */
  settled(key) {
    if (!this.#items.some((item) => item.key === key)) return;
    this.#retry = RETRY_FIRST;
    this.#change(this.#items.filter((item) => item.key !== key));
    this.#next();
  }

  /** @param {string} key @param {NotStoredReason} reason */
  notStored(key, reason) {
    const later = reason === 'unavailable' || reason === 'throttled';
    this.#change(this.#items.map((item) => (item.key === key ? { ...item, state: later ? 'waiting' : 'refused', reason } : item)));
    if (later) this.#later();
    else this.#next();
  }

  /** The server did not look at what is under way. @param {string} type of the message @param {boolean} later whether asking again may help */
  failed(type, later) {
    const item = this.#items.find((one) => one.state === 'sending' && one.message.type === type);
    if (item) this.notStored(item.key, later ? 'unavailable' : 'unusable');
  }

  /** The connection is there: what was under way before may be lost. */
  connected() {
    this.#parts.clock.cancel(this.#timer ?? 0);
    this.#timer = undefined;
    this.disconnected();
    this.#next();
  }

  disconnected() {
    if (this.#items.some((item) => item.state === 'sending')) {
      this.#change(this.#items.map((item) => (item.state === 'sending' ? { ...item, state: 'waiting' } : item)));
    }
  }

  /** Tries one that was refused once more. @param {string} key */
  again(key) {
    this.#change(this.#items.map((item) => (item.key === key ? { ...item, state: 'waiting', reason: null } : item)));
    this.#next();
  }

  /** @param {string} key */
  drop(key) {
    this.#change(this.#items.filter((item) => item.key !== key));
    this.#next();
  }

  #next() {
    if (this.#timer !== undefined || this.#items.some((item) => item.state === 'sending')) return;
    const first = this.#items.find((item) => item.state === 'waiting');
    if (!first || !this.#parts.send(first.message)) return;
    this.#change(this.#items.map((item) => (item === first ? { ...item, state: 'sending' } : item)));
  }

  #later() {
    if (this.#timer !== undefined) return;
    this.#timer = this.#parts.clock.after(this.#retry, () => {
      this.#timer = undefined;
      this.#next();
    });
    this.#retry = Math.min(RETRY_MOST, this.#retry * 2);
  }

  /** @param {Item[]} items */
  #change(items) {
    this.#items = items;
    this.#parts.shelf.keep(items);
    this.#parts.onChange(items);
  }
}
