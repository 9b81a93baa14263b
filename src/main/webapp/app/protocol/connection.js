import { backoff } from './backoff.js';
import { messagesIn } from './frame.js';

/**
 * The tab's one WebSocket: opens, says hello, watches for silence, and comes back by itself until it is closed.
 *
 * @import { ClientMessage, ServerMessage } from './messages.js'
 * @typedef {'connecting' | 'open' | 'reconnecting' | 'closed'} ConnectionState
 * @typedef {{send(text: string): void, close(): void, onopen: unknown, onmessage: unknown, onclose: unknown, readyState: number}} Socket
 * @typedef {{after(ms: number, run: () => void): number, cancel(timer: number): void, now(): number, chance(): number}} Clock
 * @typedef {object} ConnectionParts
 * @property {() => Socket} open makes a new socket
 * @property {() => ClientMessage} hello the first message of every socket
 * @property {(message: ServerMessage) => void} onMessage
 * @property {(state: ConnectionState) => void} onState
 * @property {Clock} [clock]
 */

const PING_EVERY = 5000;
const SILENCE = 12000;
const OPEN_WITHIN = 6000;
const ANSWER_WITHIN = 3000;
const OPEN = 1;
/** Why somebody may be refused who will not be in a while. */
const PASSING = new Set(['unavailable', 'throttled']);

/** @type {Clock} */
const REAL_CLOCK = {
  after: (ms, run) => window.setTimeout(run, ms),
  cancel: (timer) => window.clearTimeout(timer),
  now: () => performance.now(),
  chance: () => Math.random(),
};

export class Connection {
  /** @type {Socket | null} */
  #socket = null;
  /** @type {number | undefined} */
  #timer;
  #attempt = 0;
  #heard = 0;
  #closed = false;
  #wasOpen = false;
  #parts;
  #clock;

  /** @param {ConnectionParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#clock = parts.clock ?? REAL_CLOCK;
  }

  open() {
    this.#closed = false;
    this.#tell(this.#wasOpen ? 'reconnecting' : 'connecting');
    this.#dial();
  }

  /**
   * @param {ClientMessage} message
   * @returns {boolean} false when there is no open socket; nothing is kept for later, the resume brings both sides up to date
   */
  send(message) {
    if (this.#socket?.readyState !== OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  /** Tries again now: the network is back, or somebody pressed a button. */
  hurry() {
    if (this.#closed || this.#socket?.readyState === OPEN) return;
    this.#attempt = 0;
    this.#dial();
  }

  /** By a new socket, whatever the present one does: the server learns anew who is here. */
  again() {
    if (!this.#closed) this.#dial();
  }

  /** The socket may be dead although nobody was told, as after sleep: one that says nothing soon is replaced. */
  probe() {
    const socket = this.#socket;
    if (this.#closed || !socket) return;
    if (socket.readyState !== OPEN) {
      this.hurry();
      return;
    }
    const asked = this.#clock.now();
    this.send({ type: 'ping', sent: Math.round(asked) });
    this.#clock.after(ANSWER_WITHIN, () => {
      if (socket === this.#socket && this.#heard < asked) this.#lost(socket);
    });
  }

  /** Closes for good. */
  close() {
    this.#closed = true;
    this.#drop();
    this.#tell('closed');
  }

  #dial() {
    this.#drop();
    const socket = this.#parts.open();
    this.#socket = socket;
    socket.onopen = () => this.#opened(socket);
    socket.onclose = () => this.#lost(socket);
    socket.onmessage = (/** @type {{data: string}} */ event) => this.#received(socket, event.data);
    this.#timer = this.#clock.after(OPEN_WITHIN, () => this.#lost(socket));
  }

  /** @param {Socket} socket */
  #opened(socket) {
    if (socket !== this.#socket) return;
    this.#heard = this.#clock.now();
    socket.send(JSON.stringify(this.#parts.hello()));
    this.#watch(socket);
  }

  /** @param {Socket} socket @param {string} text */
  #received(socket, text) {
    if (socket !== this.#socket) return;
    this.#heard = this.#clock.now();
    for (const message of messagesIn(text)) {
      // an earlier one may have ended it
      if (socket === this.#socket) this.#took(message);
    }
  }

  /** @param {ServerMessage} message */
  #took(message) {
    // who was in comes in again when the server can: the socket closes now, and the next one tries
    if (message.type === 'refused' && this.#wasOpen && PASSING.has(message.reason)) return;
    if (message.type === 'welcome') {
      this.#attempt = 0;
      this.#wasOpen = true;
      this.#tell('open');
    }
    this.#parts.onMessage(message);
  }

  /** @param {Socket} socket */
  #watch(socket) {
    this.#clock.cancel(this.#timer ?? 0);
    this.#timer = this.#clock.after(PING_EVERY, () => {
      if (this.#clock.now() - this.#heard > SILENCE) {
        this.#lost(socket);
        return;
      }
      this.send({ type: 'ping', sent: Math.round(this.#clock.now()) });
      this.#watch(socket);
    });
  }

  /** @param {Socket} socket */
  #lost(socket) {
    if (socket !== this.#socket || this.#closed) return;
    this.#drop();
    this.#tell(this.#wasOpen ? 'reconnecting' : 'connecting');
    this.#timer = this.#clock.after(backoff(this.#attempt++, this.#clock.chance()), () => this.#dial());
  }

  #drop() {
    this.#clock.cancel(this.#timer ?? 0);
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.onopen = socket.onclose = socket.onmessage = null;
      socket.close();
    }
  }

  /** @param {ConnectionState} state */
  #tell(state) {
    this.#parts.onState(state);
  }
}
