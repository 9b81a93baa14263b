import { backoff } from '../protocol/backoff.js';

/**
 * When to look for another way through the network, and when to replace a peer connection. One that falters or fails is given a restart of
 * ICE first; when that is of no use, or it never worked, it is replaced, later each time in a row.
 */
const FALTERS = 700;
const RESTARTS = 4000;
const BEGINS = 8000;

export class Patience {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #failures = 0;
  #worked = false;
  #restarting = false;
  #replace;
  #restart;

  /**
   * @param {() => void} replace
   * @param {() => boolean} restart restarts ICE; false when that cannot be done now
   */
  constructor(replace, restart) {
    this.#replace = replace;
    this.#restart = restart;
  }

  get failures() {
    return this.#failures;
  }

  /** A new connection begins. */
  begins() {
    this.#worked = this.#restarting = false;
    this.#wait(BEGINS, () => this.failed());
  }

  /** @param {RTCPeerConnectionState} state */
  heard(state) {
    if (state === 'connected') {
      clearTimeout(this.#timer);
      this.#failures = 0;
      this.#worked = true;
      this.#restarting = false;
    } else if (state === 'disconnected' && !this.#restarting) {
      this.#wait(FALTERS, () => this.restart());
    } else if (state === 'failed') {
      if (this.#worked && !this.#restarting) this.restart();
      else this.failed();
    }
  }

  /** The way through the network may have become another one: looks for it, and replaces the connection when there is none. */
  restart() {
    if (!this.#worked || this.#restarting) return;
    if (!this.#restart()) {
      this.failed();
      return;
    }
    this.#restarting = true;
    this.#wait(RESTARTS, () => this.failed());
  }

  /** The server can be asked again: what waits for an answer that was lost need not wait any longer. */
  again() {
    this.#restarting = false;
    if (this.#worked) this.restart();
    else this.#wait(0, this.#replace);
  }

  failed() {
    clearTimeout(this.#timer);
    const wait = this.#failures === 0 ? 0 : backoff(this.#failures, Math.random());
    this.#failures++;
    this.#wait(wait, this.#replace);
  }

  stop() {
    clearTimeout(this.#timer);
  }

  /** @param {number} millis @param {() => void} then */
  #wait(millis, then) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, millis);
  }
}
