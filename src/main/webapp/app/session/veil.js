/**
 * What encrypts a meeting end to end, as a stay needs it; and what of a stay depends on it.
 *
 * @import { FrameCipher } from '../cipher/frame-cipher.js'
 * @import { ClientMessage, ServerMessage } from '../protocol/messages.js'
 * @import { Shared } from '../state/state.js'
 * @typedef {object} Veil
 * @property {Pick<FrameCipher, 'send' | 'receive'>} cipher of sound and pictures
 * @property {string} fragment the key, for links; empty while it is not known
 * @property {(message: ServerMessage, then: (message: ServerMessage) => void) => void} opened gives a message on with its texts readable
 * @property {(message: ClientMessage) => Promise<ClientMessage> | null} sealed a message with its texts sealed; null when it has none
 * @property {(bytes: Uint8Array<ArrayBuffer>, purpose: string) => Promise<Uint8Array<ArrayBuffer>>} sealBytes
 * @property {(sealed: Uint8Array<ArrayBuffer>, purpose: string) => Promise<Uint8Array<ArrayBuffer> | null>} openBytes null for what this tab cannot read
 * @property {() => void} rest the stay is over
 */

/** The meeting's links; those of an encrypted one have the key in their fragment. */
export class MeetingLinks {
  #store;

  /** @param {{readonly state: Shared}} store @param {Veil | null} veil */
  constructor(store, veil) {
    this.#store = store;
    /** What encrypts the meeting, if it is encrypted. */
    this.veil = veil;
  }

  /** Whether links have the key, so that nothing but this browser may draw them. */
  get haveKey() {
    return this.veil !== null;
  }

  get meeting() {
    const { link } = this.#store.state.stay.meeting;
    return this.veil ? `${link}#${this.veil.fragment}` : link;
  }

  /** For a second device. @param {string} link with its token in the fragment */
  device(link) {
    return this.veil ? `${link}&${this.veil.fragment}` : link;
  }
}

/** Sends a message, sealed where the meeting is encrypted; false when there is no open socket. @param {{send(message: ClientMessage): boolean}} connection @param {{readonly state: Shared}} store @param {Veil | null} veil @returns {(message: ClientMessage) => boolean} */
export function sendingSealed(connection, store, veil) {
  // what is sealed goes out in the order in which it was said
  let before = Promise.resolve();
  return (message) => {
    const sealing = veil?.sealed(message);
    if (!sealing) return connection.send(message);
    if (store.state.stay.connection !== 'open') return false;
    before = before.then(async () => {
      const sealed = await sealing.catch(() => null);
      // without a key nothing goes out
      if (sealed) connection.send(sealed);
    });
    return true;
  };
}
