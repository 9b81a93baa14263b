import { ContentKeys, isSealed } from '../cipher/content.js';
import { FrameCipher } from '../cipher/frame-cipher.js';
import { fits, fragmentOf, keyIn, picturesOf } from '../cipher/keys.js';
import { messageOpener, messageSealer } from './messages.js';

/**
 * Everything that is encrypted end to end in this tab: keeps the meeting's key, the group of those who have it, frames, and texts. Made
 * for encrypted meetings alone.
 *
 * @import { KeyCheck } from '../cipher/keys.js'
 * @import { ClientMessage, ServerMessage } from '../protocol/messages.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { Membership } from './membership.js'
 * @import { SecrecyStore } from './slice.js'
 * @typedef {object} VeilParts
 * @property {KeyCheck} check
 * @property {SecrecyStore} store
 * @property {{read(): string, keep(fragment: string): void}} shelf where the key stays for a reload, and where the page that made the meeting left it
 * @property {(message: ClientMessage) => unknown} send
 * @property {Translate} t
 */

/** A slot that stays shut may be this tab's fault: it joins the group anew, though not all the time. */
const SHUT_FOR = 5000;
const JOIN_AGAIN = 30_000;

export class Veil {
  cipher = new FrameCipher(() => this.#shut());
  #parts;
  /** @type {Uint8Array | null} */
  #key = null;
  /** @type {ContentKeys | null} */
  #content = null;
  /** @type {Promise<Membership> | null} */
  #membership = null;
  #participant = '';
  #unread = false;
  #waiting = 0;
  #order = Promise.resolve();
  #repair = 0;
  #repaired = -JOIN_AGAIN;

  /** @param {VeilParts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Tries the key of the page's address, and that of the page that made the meeting. @returns {Promise<boolean>} whether there was one, right or not */
  async begin() {
    const given = keyIn(window.location.hash) ?? keyIn(this.#parts.shelf.read());
    if (given) await this.use(given);
    return given !== null;
  }

  get hasKey() {
    return this.#key !== null;
  }

  /** What links get behind them. */
  get fragment() {
    return this.#key ? fragmentOf(this.#key) : '';
  }

  /** Of the meeting's key; what a phrase is derived with. */
  get salt() {
    return this.#parts.check.salt;
  }

  /** @param {Uint8Array} key @returns {Promise<boolean>} false when it is not the meeting's */
  async use(key) {
    if (!(await fits(key, this.#parts.check))) return false;
    const pictures = await picturesOf(key);
    this.#key = key;
    this.#content = new ContentKeys(key);
    this.#parts.shelf.keep(`#${this.fragment}`);
    const { pathname, hash } = window.location;
    if (!keyIn(hash)) window.history.replaceState(null, '', `${pathname}#${this.fragment}`);
    this.#parts.store.dispatch({ type: 'secrecy', secrecy: { pictures } });
    return true;
  }

  /** Gives a message on with its texts opened, after those before it. @param {ServerMessage} message @param {(message: ServerMessage) => void} then */
  opened(message, then) {
    this.#follow(message);
    const opening = this.#content && messageOpener(message);
    if (!opening && this.#waiting === 0) {
      then(message);
      return;
    }
    this.#waiting++;
    this.#order = this.#order.then(async () => {
      const clear = opening ? await opening({ words: (text, purpose) => this.#words(text, purpose), open: (text, purpose) => this.open(text, purpose) }) : message;
      this.#waiting--;
      then(clear);
    });
  }

  /** A message with its texts sealed; null when it has none. @param {ClientMessage} message @returns {Promise<ClientMessage> | null} */
  sealed(message) {
    const sealing = messageSealer(message);
    return sealing && sealing((text, purpose) => this.seal(text, purpose));
  }

  /** @param {string} text @param {string} purpose what kind of text it is: it can be opened as that only @returns {Promise<string>} */
  async seal(text, purpose) {
    if (!this.#content) throw new Error('no-key');
    return this.#content.seal(text, purpose);
  }

  /** @param {Uint8Array<ArrayBuffer>} bytes @param {string} purpose */
  async sealBytes(bytes, purpose) {
    if (!this.#content) throw new Error('no-key');
    return this.#content.sealBytes(bytes, purpose);
  }

  /** @param {Uint8Array<ArrayBuffer>} sealed @param {string} purpose */
  async openBytes(sealed, purpose) {
    return (await this.#content?.openBytes(sealed, purpose)) ?? null;
  }

  /** @param {string} text @param {string} purpose @returns {Promise<string | null>} null when this tab cannot read it */
  async open(text, purpose) {
    const opened = isSealed(text) ? await this.#content?.open(text, purpose) : null;
    this.#unread ||= opened === null;
    return opened ?? null;
  }

  /** @param {string} text @param {string} purpose @returns {Promise<string>} */
  async #words(text, purpose) {
    return text && ((await this.open(text, purpose)) ?? this.#parts.t('stage.secrecy.text.shut'));
  }

  /** The stay is over. */
  rest() {
    clearTimeout(this.#repair);
    void this.#membership?.then((membership) => membership.close());
    this.#membership = null;
    this.#participant = '';
    this.cipher.rest();
    this.#parts.store.dispatch({ type: 'secrecy', secrecy: { members: [], shut: [] } });
  }

  /** @param {ServerMessage} message */
  #follow(message) {
    if (message.type === 'welcome' && message.self !== this.#participant) {
      this.rest();
      this.#participant = message.self;
      this.#membership = this.#join(message.self);
    }
    if (message.type.startsWith('secrecy-')) void this.#membership?.then((membership) => membership.heard(message));
  }

  /** @param {string} participant @returns {Promise<Membership>} */
  async #join(participant) {
    const { store, send } = this.#parts;
    const { Membership } = await import('./membership.js');
    const [key, content] = [this.#key, this.#content];
    if (!key || !content) throw new Error('no-key');
    return new Membership({
      participant,
      key,
      content,
      send,
      onStep: (news) => {
        this.cipher.step(news);
        store.dispatch({ type: 'secrecy', secrecy: { members: news.members } });
      },
      onTexts: () => {
        if (this.#unread) send({ type: 'catch-up' });
        this.#unread = false;
      },
      clock: { after: (millis, run) => window.setTimeout(run, millis), cancel: (timer) => window.clearTimeout(timer) },
    });
  }

  #shut() {
    this.#parts.store.dispatch({ type: 'secrecy', secrecy: { shut: this.cipher.shut } });
    clearTimeout(this.#repair);
    if (this.cipher.shut.length > 0) this.#repair = window.setTimeout(() => this.#joinAnew(), SHUT_FOR);
  }

  #joinAnew() {
    if (performance.now() - this.#repaired < JOIN_AGAIN) return;
    this.#repaired = performance.now();
    void this.#membership?.then((membership) => membership.again());
  }
}
