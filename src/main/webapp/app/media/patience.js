import { backoff } from '../protocol/backoff.js';

/**
 * When to replace a peer connection: at once when it failed, after a moment when it only faltered, later each time in a row.
 */
export class Patience {
  /** @type {number | undefined} */
  #timer;
  #failures = 0;
  #replace;

  /** @param {() => void} replace */
  constructor(replace) {
    this.#replace = replace;
  }

  get failures() {
    return this.#failures;
  }

  /** @param {RTCPeerConnectionState} state */
  heard(state) {
    clearTimeout(this.#timer);
    if (state === 'connected') this.#failures = 0;
    else if (state === 'failed') this.failed();
    else if (state === 'disconnected') this.#timer = window.setTimeout(() => this.failed(), 2500);
    else if (state === 'connecting') this.#timer = window.setTimeout(() => this.failed(), 8000);
  }

  failed() {
    clearTimeout(this.#timer);
    const wait = this.#failures === 0 ? 0 : backoff(this.#failures, Math.random());
    this.#failures++;
    this.#timer = window.setTimeout(this.#replace, wait);
  }

  stop() {
    clearTimeout(this.#timer);
  }
}
