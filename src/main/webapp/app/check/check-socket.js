import { socketTo } from '../platform/pages.js';
import { messagesIn } from '../protocol/frame.js';

/**
 * The socket of one check: tells whether it opens, and keeps what came until somebody waits for it.
 *
 * @import { ClientMessage, ServerMessage } from '../protocol/messages.js'
 */

export class CheckSocket {
  #socket;
  /** @type {ServerMessage[]} */
  #kept = [];
  /** @type {Set<() => void>} */
  #waiting = new Set();
  /** @type {(message: ServerMessage) => boolean} */
  #reader = () => false;
  #gone = false;

  /** @param {string} address */
  constructor(address) {
    this.#socket = new WebSocket(address);
    this.#socket.onmessage = ({ data }) => messagesIn(data).forEach((message) => this.#heard(message));
    this.#socket.onclose = this.#socket.onerror = () => {
      this.#gone = true;
      this.#waiting.forEach((wake) => wake());
    };
  }

  get isOpen() {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** @param {ClientMessage} message */
  send(message) {
    if (this.isOpen) this.#socket.send(JSON.stringify(message));
  }

  /** Gets messages first; what it returns true for is not kept. @param {(message: ServerMessage) => boolean} reader */
  read(reader) {
    this.#reader = reader;
  }

  /**
   * The next message of one of these types; null when none comes in time, or none can come any more.
   *
   * @template {ServerMessage['type']} T
   * @param {T[]} types
   * @param {number} within milliseconds
   * @returns {Promise<Extract<ServerMessage, {type: T}> | null>}
   */
  next(types, within) {
    return new Promise((resolve) => {
      const finish = (/** @type {any} */ message) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(message);
      };
      const look = () => {
        const at = this.#kept.findIndex((message) => /** @type {string[]} */ (types).includes(message.type));
        if (at >= 0) finish(this.#kept.splice(at, 1)[0]);
        else if (this.#gone) finish(null);
      };
      const timer = window.setTimeout(() => finish(null), within);
      this.#waiting.add(look);
      look();
    });
  }

  close() {
    this.#socket.close();
  }

  /** @param {ServerMessage} message */
  #heard(message) {
    if (this.#reader(message)) return;
    this.#kept.push(message);
    this.#waiting.forEach((wake) => wake());
  }
}

/** The address of the check on the server that served this page. @param {Pick<Location, 'protocol' | 'host'>} page */
export function checkAddress(page) {
  return socketTo('/ws/check', page);
}
