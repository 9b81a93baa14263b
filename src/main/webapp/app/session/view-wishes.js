/**
 * The wishes for slots that were last sent to the server; unchanged wishes are not sent again.
 *
 * @import { ClientMessage } from '../protocol/messages.js'
 * @import { Wish } from '../protocol/stream.js'
 */
export class ViewWishes {
  /** @type {Wish[]} */
  #wishes = [];
  /** @type {string | null} */
  #told = null;
  #send;

  /** @param {(message: ClientMessage) => boolean} send */
  constructor(send) {
    this.#send = send;
  }

  /** @param {Wish[]} wishes */
  are(wishes) {
    this.#wishes = wishes;
    const asked = JSON.stringify(wishes);
    if (asked !== this.#told && this.#send({ type: 'view', wishes })) this.#told = asked;
  }

  /** The server does not know them. */
  forget() {
    this.#told = null;
  }

  /** The server did not look at them. */
  again() {
    this.forget();
    this.are(this.#wishes);
  }
}
