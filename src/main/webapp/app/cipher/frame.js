import { concat, utf8 } from './bytes.js';
import { cipherKey } from './keys.js';

/**
 * Encoded frames of audio and video, sealed with AES-256-GCM. What the media server and a decoder's parser must see stays clear, and is
 * authenticated: the first bytes of a VP8 frame (RFC 6386, section 9.1) and the first of an Opus packet (RFC 6716, section 3.1). After the
 * ciphertext come 11 bytes: counter (4), epoch (4), leaf of the sender (2), version (1). The key is the sender's own in that epoch, and the
 * counter is never the same twice under one key, so it is the nonce.
 *
 * @typedef {'audio' | 'video'} Kind
 * @typedef {{secret: CryptoKey, since: number, keys: Map<number, Promise<CryptoKey>>}} Epoch
 */

const VERSION = 1;
const TRAILER = 11;
const TAG = 16;
const NONCE = 12;
const KEY_FRAME = 10;
const DELTA_FRAME = 3;
const AUDIO = 1;
/** Frames may come in another order, and a key frame twice when the server repeats it to a viewer who comes back; all within this. */
const WINDOW = 1024;
/** How many counters there are under a key. */
const COUNTERS = 2 ** 32;

/** The secrets of the group's latest epochs, and the keys of the senders in them. */
export class KeyRing {
  /** @type {Map<number, Epoch>} */
  #epochs = new Map();

  /** @param {number} epoch @param {CryptoKey} secret @param {number} now in milliseconds */
  add(epoch, secret, now) {
    // an epoch has one secret, whatever the server numbers next
    if (!this.#epochs.has(epoch)) this.#epochs.set(epoch, { secret, since: now, keys: new Map() });
  }

  /** Lets go of what is older; the newest stays. @param {number} since in milliseconds */
  forget(since) {
    const newest = Math.max(...this.#epochs.keys());
    for (const [number, epoch] of this.#epochs) {
      if (number !== newest && epoch.since < since) this.#epochs.delete(number);
    }
  }

  clear() {
    this.#epochs.clear();
  }

  /** @param {number} number @param {number} leaf @returns {Promise<CryptoKey> | null} null when the epoch is not known */
  keyOf(number, leaf) {
    const epoch = this.#epochs.get(number);
    if (!epoch) return null;
    const known = epoch.keys.get(leaf);
    if (known) return known;
    const key = cipherKey(epoch.secret, utf8(`plenum frames of ${leaf}`));
    epoch.keys.set(leaf, key);
    return key;
  }
}

/** Seals the frames of one participant: camera, microphone and screen count together, because they share a key. */
export class FrameSealer {
  #ring;
  #counter = 0;
  /** @type {{epoch: number, leaf: number} | null} */
  #as = null;

  /** @param {KeyRing} ring */
  constructor(ring) {
    this.#ring = ring;
  }

  /** Seals as this member from now on; null: nothing may be sent. @param {{epoch: number, leaf: number} | null} as */
  use(as) {
    this.#as = as;
  }

  /** @param {ArrayBuffer} data @param {Kind} kind @returns {Promise<ArrayBuffer | null>} null when there is no key to seal it with */
  async seal(data, kind) {
    if (data.byteLength === 0) return data;
    const key = this.#as && this.#ring.keyOf(this.#as.epoch, this.#as.leaf);
    if (!this.#as || !key || this.#counter >= COUNTERS) return null;
    const { epoch, leaf } = this.#as;
    const trailer = trailerOf(this.#counter++, epoch, leaf);
    const frame = new Uint8Array(data);
    const clear = frame.subarray(0, clearBytes(frame, kind));
    const parameters = { name: 'AES-GCM', iv: nonceOf(trailer), additionalData: concat(clear, trailer) };
    const sealed = new Uint8Array(await crypto.subtle.encrypt(parameters, await key, frame.subarray(clear.length)));
    return concat(clear, sealed, trailer).buffer;
  }
}

/** Opens the frames that one receiver gets, of whoever it is switched to. */
export class FrameOpener {
  #ring;
  #kind;
  #seen = new Map();

  /** @param {KeyRing} ring @param {Kind} kind */
  constructor(ring, kind) {
    this.#ring = ring;
    this.#kind = kind;
  }

  /** @param {ArrayBuffer} data @returns {Promise<ArrayBuffer | null>} null when it was not sealed by a member for this epoch, or has come already */
  async open(data) {
    if (data.byteLength === 0) return data;
    const frame = new Uint8Array(data);
    const clear = clearBytes(frame, this.#kind);
    if (frame.length < clear + TAG + TRAILER || frame[frame.length - 1] !== VERSION) return null;
    const trailer = frame.slice(frame.length - TRAILER);
    const { counter, epoch, leaf } = read(trailer);
    const key = this.#ring.keyOf(epoch, leaf);
    if (!key) return null;
    const parameters = { name: 'AES-GCM', iv: nonceOf(trailer), additionalData: concat(frame.subarray(0, clear), trailer) };
    try {
      const opened = new Uint8Array(await crypto.subtle.decrypt(parameters, await key, frame.subarray(clear, frame.length - TRAILER)));
      if (!this.#isNew(`${epoch} ${leaf}`, counter, isKeyFrame(frame, this.#kind))) return null;
      return concat(frame.subarray(0, clear), opened).buffer;
    } catch {
      return null;
    }
  }

  /** @param {string} sender @param {number} counter @param {boolean} mayRepeat */
  #isNew(sender, counter, mayRepeat) {
    let seen = this.#seen.get(sender);
    if (!seen) {
      // a receiver that is switched often meets many senders; the latest matter
      if (this.#seen.size >= 64) this.#seen.delete(this.#seen.keys().next().value);
      seen = { newest: -1, counters: new Set() };
      this.#seen.set(sender, seen);
    }
    if (counter <= seen.newest - WINDOW || (seen.counters.has(counter) && !mayRepeat)) return false;
    seen.counters.add(counter);
    if (counter > seen.newest) seen.newest = counter;
    if (seen.counters.size > 2 * WINDOW) seen.counters = new Set([...seen.counters].filter((one) => one > seen.newest - WINDOW));
    return true;
  }
}

/** @param {Uint8Array} frame @param {Kind} kind */
function clearBytes(frame, kind) {
  const wanted = kind === 'audio' ? AUDIO : isKeyFrame(frame, kind) ? KEY_FRAME : DELTA_FRAME;
  return Math.min(wanted, frame.length);
}

/** By the first bit of a VP8 frame. @param {Uint8Array} frame @param {Kind} kind */
function isKeyFrame(frame, kind) {
  return kind === 'video' && (frame[0] & 1) === 0;
}

/** @param {number} counter @param {number} epoch @param {number} leaf */
function trailerOf(counter, epoch, leaf) {
  const trailer = new Uint8Array(TRAILER);
  const view = new DataView(trailer.buffer);
  view.setUint32(0, counter);
  view.setUint32(4, epoch);
  view.setUint16(8, leaf);
  view.setUint8(10, VERSION);
  return trailer;
}

/** @param {Uint8Array<ArrayBuffer>} trailer */
function read(trailer) {
  const view = new DataView(trailer.buffer);
  return { counter: view.getUint32(0), epoch: view.getUint32(4), leaf: view.getUint16(8) };
}

/** @param {Uint8Array} trailer */
function nonceOf(trailer) {
  const nonce = new Uint8Array(NONCE);
  nonce.set(trailer.subarray(0, 4), NONCE - 4);
  return nonce;
}
