/**
 * Seals what this tab sends and opens what it receives, in a worker. Peer connections offer VP8 and Opus alone: the parts of them that have
 * to stay clear are known, and redundant packets would reach the worker as one frame of several.
 *
 * @import { Kind } from './frame.js'
 * @import { Options, Order, Report } from './frame-worker.js'
 */

/** After a change of keys the others get the new one before it is used. */
const GRACE = 200;
const CODECS = { audio: ['audio/opus'], video: ['video/vp8', 'video/rtx'] };

/** Whether this browser can encrypt media (and has the cryptography of MLS). */
export function canSeal() {
  return typeof RTCRtpScriptTransform === 'function' && typeof crypto.subtle === 'object' && typeof Worker === 'function';
}

export class FrameCipher {
  #worker = new Worker(new URL('./frame-worker.js', import.meta.url), { type: 'module' });
  #started = false;
  /** Kinds of frames that cannot be opened, by slot. @type {Map<number, Set<Kind>>} */
  #shut = new Map();
  #onChange;

  /** @param {() => void} onChange other slots cannot be opened */
  constructor(onChange) {
    this.#onChange = onChange;
    this.#worker.onmessage = (/** @type {MessageEvent<Report>} */ { data }) => this.#heard(data);
  }

  /** Slots whose picture or sound cannot be opened. */
  get shut() {
    return [...this.#shut.keys()];
  }

  /** The group's next secret, and this tab's place in the group. @param {{step: number, leaf: number, secret: CryptoKey}} news */
  step({ step, leaf, secret }) {
    this.#tell({ do: 'add', epoch: step, secret });
    if (this.#started) window.setTimeout(() => this.#tell({ do: 'use', epoch: step, leaf }), GRACE);
    else this.#tell({ do: 'use', epoch: step, leaf });
    this.#started = true;
  }

  /** @param {RTCRtpTransceiver} transceiver that sends only */
  send(transceiver) {
    const kind = kindOf(transceiver);
    restrict(transceiver, kind, RTCRtpSender.getCapabilities(kind));
    transceiver.sender.transform = this.#transform({ side: 'send', kind });
  }

  /** @param {RTCRtpTransceiver} transceiver that receives only @param {number} slot */
  receive(transceiver, slot) {
    const kind = kindOf(transceiver);
    restrict(transceiver, kind, RTCRtpReceiver.getCapabilities(kind));
    transceiver.receiver.transform = this.#transform({ side: 'receive', kind, slot });
  }

  /** Forgets all keys: nothing is sent or opened any more. */
  rest() {
    this.#started = false;
    this.#shut.clear();
    this.#tell({ do: 'clear' });
  }

  /** @param {Options} options */
  #transform(options) {
    return new RTCRtpScriptTransform(this.#worker, options);
  }

  /** @param {Order} order */
  #tell(order) {
    this.#worker.postMessage(order);
  }

  /** @param {Report} report */
  #heard({ slot, kind, readable }) {
    const kinds = this.#shut.get(slot) ?? new Set();
    if (readable) kinds.delete(kind);
    else kinds.add(kind);
    if (kinds.size > 0) this.#shut.set(slot, kinds);
    else this.#shut.delete(slot);
    this.#onChange();
  }
}

/** @param {RTCRtpTransceiver} transceiver @returns {Kind} */
function kindOf({ receiver }) {
  return receiver.track.kind === 'audio' ? 'audio' : 'video';
}

/** @param {RTCRtpTransceiver} transceiver @param {Kind} kind @param {RTCRtpCapabilities | null} can */
function restrict(transceiver, kind, can) {
  transceiver.setCodecPreferences((can?.codecs ?? []).filter(({ mimeType }) => CODECS[kind].includes(mimeType.toLowerCase())));
}
