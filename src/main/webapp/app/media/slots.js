import { Patience } from './patience.js';
import { Peer } from './peer.js';

/**
 * Receives: one peer connection per slot, whose source the server switches. A slot that is set up anew keeps showing its old picture until
 * the new connection works.
 *
 * @import { Reach } from './reach.js'
 * @import { ClientMessage } from '../protocol/messages.js'
 * @import { Candidate, IceServer, Limits } from '../protocol/stream.js'
 * @typedef {object} SlotsParts
 * @property {(message: ClientMessage) => void} send
 * @property {(slot: number, stream: MediaStream) => void} onStream
 * @property {Reach} reach told of each connection
 * @property {{receive(transceiver: RTCRtpTransceiver, slot: number): void} | null} cipher of an encrypted meeting
 */

const PICTURE_WITHIN = 1500;

class Slot {
  /** @type {Peer | null} */
  shown = null;
  /** @type {Peer | null} */
  coming = null;
  epoch = -1;
  patience;

  /** @param {() => void} replace @param {() => boolean} restart */
  constructor(replace, restart) {
    this.patience = new Patience(replace, restart);
  }

  close() {
    this.patience.stop();
    this.shown?.close();
    this.coming?.close();
    this.shown = this.coming = null;
  }
}

export class Slots {
  /** @type {Map<number, Slot>} */
  #slots = new Map();
  #epoch = -1;
  /** @type {readonly IceServer[]} */
  #iceServers = [];
  /** @type {Limits} */
  #limits = { slots: 0, audioSlots: 0, resumeSeconds: 0 };
  #parts;

  /** @param {SlotsParts} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /**
   * Receives in this media room: every open slot that does not work there already is set up anew.
   *
   * @param {number} epoch
   * @param {readonly IceServer[]} iceServers
   * @param {Limits} limits
   * @param {boolean} anew whether the server knows nothing of earlier connections
   */
  enter(epoch, iceServers, limits, anew) {
    this.#epoch = epoch;
    this.#iceServers = iceServers;
    this.#limits = limits;
    for (const [number, slot] of this.#slots) {
      slot.shown?.relays(iceServers);
      if (anew || slot.epoch !== epoch || slot.coming) this.#start(number, slot);
      else if (slot.shown?.connection.connectionState !== 'connected') slot.patience.again();
    }
  }

  /** The network has become another one. */
  networkChanged() {
    this.#slots.forEach((slot) => slot.patience.restart());
  }

  /** The tab was away for a while: what broke meanwhile need not wait any longer. */
  woke() {
    for (const slot of this.#slots.values()) {
      if (slot.shown && !slot.coming && slot.shown.connection.connectionState !== 'connected') slot.patience.again();
    }
  }

  /** Opens the slots that are needed and not open yet; an open slot stays, it costs nothing while it shows nothing. @param {Iterable<number>} numbers */
  need(numbers) {
    if (this.#epoch < 0) return;
    for (const number of numbers) {
      if (this.#slots.has(number)) continue;
      /** @type {Slot} */
      const slot = new Slot(
        () => this.#start(number, slot),
        () => slot.shown?.restart((offer) => this.#offer(number, slot, offer)) ?? false,
      );
      this.#slots.set(number, slot);
      this.#start(number, slot);
    }
  }

  /** Numbers of the audio-only slots. */
  get audioNumbers() {
    return Array.from({ length: this.#limits.audioSlots }, (_, i) => this.#limits.slots + i);
  }

  /** @param {number} number @param {number} epoch @param {string} answer */
  async answered(number, epoch, answer) {
    const slot = this.#current(number, epoch);
    if (slot && slot.shown?.connection.connectionState !== 'connected') this.#parts.reach.tries(slot);
    await (slot?.coming ?? slot?.shown)?.answer(answer);
  }

  /** @param {number} number @param {number} epoch @param {Candidate} candidate */
  async candidate(number, epoch, candidate) {
    const slot = this.#current(number, epoch);
    await (slot?.coming ?? slot?.shown)?.candidate(candidate);
  }

  /** The server says that its side is broken. @param {number} number @param {number} epoch */
  failed(number, epoch) {
    this.#current(number, epoch)?.patience.failed();
  }

  /** @returns {Array<[number, RTCPeerConnection]>} the connections that show something */
  connections() {
    return [...this.#slots].flatMap(([number, { shown }]) => (shown ? [/** @type {[number, RTCPeerConnection]} */ ([number, shown.connection])] : []));
  }

  close() {
    this.#slots.forEach((slot) => {
      slot.close();
      this.#parts.reach.gone(slot);
    });
    this.#slots.clear();
    this.#epoch = -1;
  }

  /** @param {number} number @param {number} epoch */
  #current(number, epoch) {
    return epoch === this.#epoch ? this.#slots.get(number) : undefined;
  }

  /** @param {number} number @param {Slot} slot */
  #start(number, slot) {
    const epoch = this.#epoch;
    slot.patience.stop();
    slot.coming?.close();
    slot.epoch = epoch;
    const peer = new Peer({
      iceServers: this.#iceServers,
      onCandidate: (candidate) => this.#parts.send({ type: 'slot-candidate', slot: number, epoch, candidate }),
      onState: (state) => this.#state(number, slot, peer, state),
    });
    slot.coming = peer;
    slot.patience.begins();
    const stream = new MediaStream();
    for (const kind of number < this.#limits.slots ? ['audio', 'video'] : ['audio']) {
      const transceiver = peer.connection.addTransceiver(kind, { direction: 'recvonly' });
      this.#parts.cipher?.receive(transceiver, number);
      stream.addTrack(transceiver.receiver.track);
    }
    this.#streams.set(peer, stream);
    if (!slot.shown) this.#parts.onStream(number, stream);
    void peer.offer((offer) => this.#offer(number, slot, offer));
  }

  /** @param {number} number @param {Slot} slot @param {string} offer */
  #offer(number, slot, offer) {
    this.#parts.send({ type: 'receive', slot: number, epoch: slot.epoch, offer });
  }

  /** @type {WeakMap<Peer, MediaStream>} */
  #streams = new WeakMap();

  /** @param {number} number @param {Slot} slot @param {Peer} peer @param {RTCPeerConnectionState} state */
  #state(number, slot, peer, state) {
    if (peer !== slot.coming && (peer !== slot.shown || slot.coming)) return;
    slot.patience.heard(state);
    if (state === 'disconnected' || state === 'failed') this.#parts.reach.tries(slot);
    if (state !== 'connected') return;
    this.#parts.reach.works(slot);
    if (peer === slot.coming) whenPictured(peer, slot.shown !== null, () => this.#change(number, slot, peer));
  }

  /** @param {number} number @param {Slot} slot @param {Peer} peer */
  #change(number, slot, peer) {
    if (peer !== slot.coming) return;
    const stream = this.#streams.get(peer);
    if (slot.shown && stream) this.#parts.onStream(number, stream);
    slot.shown?.close();
    slot.shown = peer;
    slot.coming = null;
  }
}

/**
 * A connection that takes another one's place waits for its first picture, though not for long: there may be sound only.
 *
 * @param {Peer} peer
 * @param {boolean} replaces
 * @param {() => void} then
 */
function whenPictured(peer, replaces, then) {
  const track = peer.connection.getReceivers().find((receiver) => receiver.track.kind === 'video')?.track;
  if (!replaces || !track?.muted) {
    then();
    return;
  }
  const timer = window.setTimeout(then, PICTURE_WITHIN);
  track.addEventListener('unmute', () => {
    clearTimeout(timer);
    then();
  });
}
