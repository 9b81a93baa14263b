/**
 * Whether media get through at all: told of every connection that is being tried, works, or is no more. A firewall is the likely reason when
 * one was tried for some time, though the server answered, and none works.
 */

/** With the banner's own patience, people read of it before ten seconds are over. */
const TRIED_FOR = 7000;

export class Reach {
  /** @type {Map<unknown, ReturnType<typeof setTimeout>>} */
  #tried = new Map();
  #overdue = new Set();
  #working = new Set();
  #blocked = false;
  #onChange;

  /** @param {(blocked: boolean) => void} onChange */
  constructor(onChange) {
    this.#onChange = onChange;
  }

  /** It has been answered and may come about, or it worked and does no longer. @param {unknown} key */
  tries(key) {
    this.#working.delete(key);
    if (!this.#tried.has(key)) this.#wait(key);
    this.#look();
  }

  /** @param {unknown} key */
  works(key) {
    this.#forget(key);
    this.#working.add(key);
    this.#look();
  }

  /** Nobody wants it any more. @param {unknown} key */
  gone(key) {
    this.#forget(key);
    this.#working.delete(key);
    this.#look();
  }

  /** The server was away and is back: what is tried has the whole time before it again. */
  again() {
    for (const key of [...this.#tried.keys()]) {
      this.#forget(key);
      this.#wait(key);
    }
    this.#look();
  }

  /** @param {unknown} key */
  #wait(key) {
    const late = () => {
      this.#overdue.add(key);
      this.#look();
    };
    this.#tried.set(key, setTimeout(late, TRIED_FOR));
  }

  /** @param {unknown} key */
  #forget(key) {
    clearTimeout(this.#tried.get(key));
    this.#tried.delete(key);
    this.#overdue.delete(key);
  }

  #look() {
    const blocked = this.#working.size === 0 && this.#overdue.size > 0;
    if (blocked === this.#blocked) return;
    this.#blocked = blocked;
    this.#onChange(blocked);
  }
}

/** Whether this browser can exchange sound and picture at all; it can be switched off. */
export function canConnect() {
  return typeof globalThis.RTCPeerConnection === 'function';
}
