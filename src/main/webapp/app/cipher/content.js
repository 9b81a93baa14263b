import { base64url, concat, fromBase64url, textOf, utf8 } from './bytes.js';
import { cipherKey, secretKey } from './keys.js';

/**
 * What the server stores of an encrypted meeting: texts, sealed with AES-256-GCM. The first generation of the key is derived from the
 * meeting's own, so that whoever has the link can read what was written before. After somebody was removed, a member draws the next
 * generation, and only members are given it. A sealed text is `~1.<generation>.<nonce and ciphertext in base64url>`; what it is for is
 * authenticated, so that a text cannot be shown as something else. Bytes are sealed as `~1`, generation (4 bytes), nonce and ciphertext.
 */

const FORM = /^~1\.(\d{1,6})\.([A-Za-z0-9_-]{38,})$/;
const NONCE = 12;
const KEY = 32;
const ENTRY = 4 + KEY;
/** What sealed bytes begin with. */
const MARK = [0x7e, 0x31];
const HEAD = MARK.length + 4;

/** How long a sealed text is at most, of so many characters. @param {number} characters */
export function sealedLength(characters) {
  return 12 + Math.ceil((4 * (3 * characters + NONCE + 16)) / 3);
}

/** @param {string} text */
export function isSealed(text) {
  return FORM.test(text);
}

export class ContentKeys {
  /** Those that were drawn, by generation. @type {Map<number, Uint8Array>} */
  #drawn = new Map();
  /** @type {Map<number, Promise<CryptoKey>>} */
  #keys = new Map();
  #newest = 0;

  /** @param {Uint8Array} key of the meeting */
  constructor(key) {
    this.#keys.set(0, cipherKeyOf(key));
  }

  /** The generation that new texts are sealed with. */
  get newest() {
    return this.#newest;
  }

  /** Draws the next generation. */
  renew() {
    this.#add(this.#newest + 1, crypto.getRandomValues(new Uint8Array(KEY)));
  }

  /** All that was drawn, sealed for those who know the secret. @param {CryptoKey} secret @returns {Promise<string>} */
  async pack(secret) {
    const entries = [...this.#drawn].map(([generation, key]) => concat(fourBytes(generation), key));
    return sealWith(await cipherKey(secret, utf8('plenum content keys')), concat(...entries), 'keys');
  }

  /** Takes what {@link pack} made; false when it is for others. @param {CryptoKey} secret @param {string} packed */
  async unpack(secret, packed) {
    const bytes = await openWith(await cipherKey(secret, utf8('plenum content keys')), packed, 'keys');
    if (!bytes || bytes.length % ENTRY !== 0) return false;
    for (let at = 0; at < bytes.length; at += ENTRY) {
      this.#add(new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0), bytes.slice(at + 4, at + ENTRY));
    }
    return true;
  }

  /** @param {string} text @param {string} purpose such as `chat` @returns {Promise<string>} */
  async seal(text, purpose) {
    const generation = this.#newest;
    const key = await /** @type {Promise<CryptoKey>} */ (this.#keys.get(generation));
    return `~1.${generation}.${await sealWith(key, utf8(text), purpose)}`;
  }

  /** @param {string} sealed @param {string} purpose @returns {Promise<string | null>} null when this tab has no key for it, or it was not sealed by a member */
  async open(sealed, purpose) {
    const found = FORM.exec(sealed);
    const key = await (found && this.#keys.get(Number(found[1])));
    if (!found || !key) return null;
    const bytes = await openWith(key, found[2], purpose);
    return bytes && textOf(bytes);
  }

  /** @param {Uint8Array<ArrayBuffer>} bytes @param {string} purpose @returns {Promise<Uint8Array<ArrayBuffer>>} */
  async sealBytes(bytes, purpose) {
    const generation = this.#newest;
    const key = await /** @type {Promise<CryptoKey>} */ (this.#keys.get(generation));
    return concat(new Uint8Array(MARK), fourBytes(generation), await sealed(key, bytes, purpose));
  }

  /** @param {Uint8Array<ArrayBuffer>} bytes @param {string} purpose @returns {Promise<Uint8Array<ArrayBuffer> | null>} as of {@link open} */
  async openBytes(bytes, purpose) {
    if (bytes.length < HEAD || MARK.some((byte, i) => bytes[i] !== byte)) return null;
    const key = await this.#keys.get(new DataView(bytes.buffer, bytes.byteOffset + MARK.length).getUint32(0));
    return key ? opened(key, bytes.subarray(HEAD), purpose) : null;
  }

  /** @param {number} generation @param {Uint8Array} key */
  #add(generation, key) {
    if (generation === 0 || this.#drawn.has(generation)) return;
    this.#drawn.set(generation, key);
    this.#keys.set(generation, cipherKeyOf(key));
    this.#newest = Math.max(this.#newest, generation);
  }
}

/** @param {Uint8Array} key */
async function cipherKeyOf(key) {
  return cipherKey(await secretKey(key), utf8('plenum content'));
}

/** @param {CryptoKey} key @param {Uint8Array<ArrayBuffer>} bytes @param {string} purpose */
async function sealWith(key, bytes, purpose) {
  return base64url(await sealed(key, bytes, purpose));
}

/** Nonce and ciphertext. @param {CryptoKey} key @param {Uint8Array<ArrayBuffer>} bytes @param {string} purpose @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function sealed(key, bytes, purpose) {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  return concat(iv, new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(purpose) }, key, bytes)));
}

/** @param {CryptoKey} key @param {string} sealed @param {string} purpose */
async function openWith(key, sealed, purpose) {
  const bytes = fromBase64url(sealed);
  return bytes && opened(key, bytes, purpose);
}

/** @param {CryptoKey} key @param {Uint8Array<ArrayBuffer>} bytes nonce and ciphertext @param {string} purpose @returns {Promise<Uint8Array<ArrayBuffer> | null>} */
async function opened(key, bytes, purpose) {
  if (bytes.length < NONCE) return null;
  try {
    const parameters = { name: 'AES-GCM', iv: bytes.subarray(0, NONCE), additionalData: utf8(purpose) };
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, bytes.subarray(NONCE)));
  } catch {
    return null;
  }
}

/** @param {number} number */
function fourBytes(number) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, number);
  return bytes;
}
