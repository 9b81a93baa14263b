import { messagesIn } from '../protocol/frame.js';

/**
 * The socket of a page whose reader is signed in: opens, watches for silence, and comes back by itself, unless the server says that nobody is
 * signed in any more.
 *
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { Clock, Socket } from '../protocol/connection.js'
 * @import { PersonAsk } from '../protocol/person.js'
 * @typedef {'open' | 'away' | 'over'} PersonSocketState `away`: what happens is not told, for now; `over`: for good
 * @typedef {object} PersonSocketParts
 * @property {() => Socket} open makes a new socket
 * @property {(message: ServerMessage) => void} onMessage
 * @property {(state: PersonSocketState) => void} onState
 * @property {Clock} clock
 */

const OPEN = 1;
const OPEN_WITHIN = 10_000;
const PING_EVERY = 30_000;
const PONG_WITHIN = 10_000;
const FIRST_PAUSE = 4000;
const LONGEST_PAUSE = 60_000;

/**
 * How long to wait before the next try: doubles from four seconds to a minute; up to half less by chance, so that the pages of a whole company do
 * not come back at once.
 *
 * @param {number} attempt 0 for the first try after a loss
 * @param {number} chance from 0 to 1
 * @returns {number} milliseconds
 */
export function pause(attempt, chance) {
  return Math.round(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(attempt, 10)) * (1 - chance / 2));
}

export class PersonSocket {
  /** @type {Socket | null} */
  #socket = null;
  /** The next thing to happen by itself: a try, a ping, or that an answer is late. @type {number | undefined} */
  #timer;
  #attempt = 0;
  /** Another page has taken this one's place, or it is not seen. */
  #resting = false;
  #over = false;
  #parts;
  #clock;

  /** @param {PersonSocketParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#clock = parts.clock;
  }

  /** Opens it; does nothing where it is open, or on its way. */
  open() {
    this.#resting = false;
    if (!this.#over && !this.#socket) this.#dial();
  }

  /** Closes it, until it is opened again. */
  close() {
    this.#resting = true;
    this.#drop();
  }

  /** By a new socket: the server tells everything anew. */
  again() {
    if (!this.#over && !this.#resting) this.#dial();
  }

  /** Somebody looks, or the network is back: tries at once, and asks an open socket whether it is alive. */
  look() {
    if (this.#socket?.readyState === OPEN) {
      this.#ping(this.#socket);
      return;
    }
    this.#attempt = 0;
    this.open();
  }

  /** @param {PersonAsk} message @returns {boolean} false when there is no open socket */
  send(message) {
    if (this.#socket?.readyState !== OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  #dial() {
    this.#drop();
    const socket = this.#parts.open();
    this.#socket = socket;
    socket.onclose = () => this.#lost(socket);
    socket.onmessage = (/** @type {{data: string}} */ event) => this.#received(socket, event.data);
    this.#timer = this.#clock.after(OPEN_WITHIN, () => this.#lost(socket));
  }

  /** @param {Socket} socket @param {string} text */
  #received(socket, text) {
    for (const message of messagesIn(text)) {
      // an earlier one may have ended it
      if (socket === this.#socket) this.#took(socket, message);
    }
  }

  /** @param {Socket} socket @param {ServerMessage} message */
  #took(socket, message) {
    this.#await(PING_EVERY, () => this.#ping(socket));
    const refused = message.type === 'failed' && message.code === 'forbidden' && !message.about;
    if (refused || (message.type === 'ended' && message.reason !== 'taken-over')) {
      this.#over = true;
      this.#drop();
      this.#parts.onState('over');
    } else if (message.type === 'ended') {
      this.close();
      this.#parts.onState('away');
    } else {
      // what the server tells by itself, it tells whom it knows
      if (message.type === 'reminders') {
        this.#attempt = 0;
        this.#parts.onState('open');
      }
      this.#parts.onMessage(message);
    }
  }

  /** @param {Socket} socket */
  #ping(socket) {
    socket.send(JSON.stringify({ type: 'ping', sent: Math.round(this.#clock.now()) }));
    this.#await(PONG_WITHIN, () => this.#lost(socket));
  }

  /** @param {Socket} socket */
  #lost(socket) {
    if (socket !== this.#socket) return;
    this.#drop();
    this.#parts.onState('away');
    this.#await(pause(this.#attempt++, this.#clock.chance()), () => this.open());
  }

  /** @param {number} ms @param {() => void} run */
  #await(ms, run) {
    this.#clock.cancel(this.#timer ?? 0);
    this.#timer = this.#clock.after(ms, run);
  }

  #drop() {
    this.#clock.cancel(this.#timer ?? 0);
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.onclose = socket.onmessage = null;
      socket.close();
    }
  }
}
