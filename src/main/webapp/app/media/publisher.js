import { withQuietSilence, withStartBitrate } from './answer-wishes.js';
import { EncodingLimits } from './encoding-limits.js';
import { Patience } from './patience.js';
import { Peer } from './peer.js';

/**
 * Sends a source, camera and microphone or a screen and its sound: one peer connection with one sender each. A device that is switched
 * changes the track of its sender, so nothing is negotiated again.
 *
 * @import { Encodings } from './encoding-limits.js'
 * @import { Reach } from './reach.js'
 * @import { ClientMessage } from '../protocol/messages.js'
 * @import { Candidate, IceServer, MediaSource } from '../protocol/stream.js'
 * @typedef {object} PublisherParts
 * @property {MediaSource} source
 * @property {Encodings} encodings
 * @property {(message: ClientMessage) => void} send
 * @property {() => {audio: MediaStreamTrack | null, video: MediaStreamTrack | null}} tracks
 * @property {Reach} reach told of the connection
 * @property {{send(transceiver: RTCRtpTransceiver): void} | null} cipher of an encrypted meeting
 */

/** Enough for 640 x 360 from the first second. */
const START_KBPS = 1000;

export class Publisher {
  /** @type {Peer | null} */
  #peer = null;
  #epoch = -1;
  /** @type {readonly IceServer[]} */
  #iceServers = [];
  #patience;
  #limits;
  #parts;

  /** @param {PublisherParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#limits = new EncodingLimits(() => this.#peer?.connection.getSenders()[1], parts.encodings);
    this.#patience = new Patience(
      () => this.#start(),
      () => this.#peer?.restart((offer) => this.#offer(offer)) ?? false,
    );
  }

  get connection() {
    return this.#peer?.connection ?? null;
  }

  /**
   * Publishes in this media room; a connection that works there already stays.
   *
   * @param {number} epoch
   * @param {readonly IceServer[]} iceServers
   * @param {boolean} anew whether the server knows nothing of earlier connections
   */
  enter(epoch, iceServers, anew) {
    const same = epoch === this.#epoch && this.#peer !== null;
    const works = same && this.#peer?.connection.connectionState === 'connected';
    this.#epoch = epoch;
    this.#iceServers = iceServers;
    if (anew || !same) return this.#start();
    this.#peer?.relays(iceServers);
    if (!works) this.#patience.again();
  }

  /** The network has become another one. */
  networkChanged() {
    this.#patience.restart();
  }

  /** The tab was away for a while: what broke meanwhile need not wait any longer. */
  woke() {
    if (this.#peer && this.#peer.connection.connectionState !== 'connected') this.#patience.again();
  }

  /** Puts the present tracks into the senders; publishes when there is something for the first time. */
  async refresh() {
    if (!this.#peer) {
      if (this.#epoch >= 0) this.#start();
      return;
    }
    const { audio, video } = this.#parts.tracks();
    const [audioSender, videoSender] = this.#peer.connection.getSenders();
    await Promise.all([audioSender?.replaceTrack(audio), videoSender?.replaceTrack(video)]);
    if (video) await this.limit();
  }

  /** @param {number} epoch @param {string} answer */
  async answered(epoch, answer) {
    if (epoch !== this.#epoch) return;
    if (this.#peer && this.#peer.connection.connectionState !== 'connected') this.#parts.reach.tries(this);
    const voice = this.#parts.source === 'camera';
    await this.#peer?.answer(withStartBitrate(voice ? withQuietSilence(answer) : answer, START_KBPS));
    await this.limit();
  }

  /** @param {number} epoch @param {Candidate} candidate */
  async candidate(epoch, candidate) {
    if (epoch === this.#epoch) await this.#peer?.candidate(candidate);
  }

  /** The server says that its side is broken. @param {number} epoch */
  failed(epoch) {
    if (epoch === this.#epoch) this.#patience.failed();
  }

  /** Publishes no more, until there is something again. */
  stop() {
    this.#patience.stop();
    this.#parts.reach.gone(this);
    if (!this.#peer) return;
    this.#peer.close();
    this.#peer = null;
    this.#parts.send({ type: 'unpublish', source: this.#parts.source });
  }

  /** Brings the limits of the picture's encodings up to date. */
  limit() {
    return this.#limits.apply();
  }

  close() {
    this.#patience.stop();
    this.#parts.reach.gone(this);
    this.#peer?.close();
    this.#peer = null;
    this.#epoch = -1;
  }

  #start() {
    const { audio, video } = this.#parts.tracks();
    this.#peer?.close();
    this.#peer = null;
    this.#patience.stop();
    if (!audio && !video) {
      this.#parts.reach.gone(this);
      return;
    }
    const epoch = this.#epoch;
    const { source, encodings, cipher } = this.#parts;
    const peer = new Peer({
      iceServers: this.#iceServers,
      onCandidate: (candidate) => this.#parts.send({ type: 'publish-candidate', source, epoch, candidate }),
      onState: (state) => {
        this.#patience.heard(state);
        if (state === 'connected') this.#parts.reach.works(this);
        else if (state === 'disconnected' || state === 'failed') this.#parts.reach.tries(this);
      },
    });
    this.#peer = peer;
    this.#patience.begins();
    const sound = peer.connection.addTransceiver(audio ?? 'audio', { direction: 'sendonly' });
    const picture = peer.connection.addTransceiver(video ?? 'video', { direction: 'sendonly', sendEncodings: encodings() });
    [sound, picture].forEach((transceiver) => cipher?.send(transceiver));
    void peer.offer((offer) => this.#offer(offer));
  }

  /** @param {string} offer */
  #offer(offer) {
    this.#parts.send({ type: 'publish', source: this.#parts.source, epoch: this.#epoch, offer });
  }
}
