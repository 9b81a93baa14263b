import { Peer } from '../media/peer.js';
import { withStartBitrate } from '../media/answer-wishes.js';
import { candidatesIn, ownFits, placeOf, serversFits, wayOf, withoutCandidates } from './ways.js';

/**
 * One try to get a picture to the media server, and back from it, on one way through the network.
 *
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { Candidate, IceServer } from '../protocol/stream.js'
 * @import { CheckSocket } from './check-socket.js'
 * @import { Way } from './ways.js'
 * @typedef {object} AttemptParts
 * @property {CheckSocket} socket
 * @property {Way} way
 * @property {readonly IceServer[]} iceServers
 * @property {Set<string>} offered candidates that the server has named, whatever their way
 */

/** Of the one media room of a check. */
const EPOCH = 1;
const START_KBPS = 1500;
const MAX_BITRATE = 3_000_000;

export class Attempt {
  /** @type {Peer | null} */
  sender = null;
  /** @type {Peer | null} */
  receiver = null;
  #parts;

  /** @param {AttemptParts} parts */
  constructor(parts) {
    this.#parts = parts;
    parts.socket.read((message) => this.#read(message));
  }

  /** @param {MediaStreamTrack} track @param {number} within milliseconds @returns {Promise<boolean>} whether it is there */
  async publish(track, within) {
    const { socket } = this.#parts;
    const { peer, connected } = this.#peer((candidate) => socket.send({ type: 'publish-candidate', source: 'camera', epoch: EPOCH, candidate }), within);
    this.sender = peer;
    peer.connection.addTransceiver('audio', { direction: 'sendonly' });
    peer.connection.addTransceiver(track, { direction: 'sendonly', sendEncodings: [{ maxBitrate: MAX_BITRATE }] });
    await peer.offer((sdp) => socket.send({ type: 'publish', source: 'camera', epoch: EPOCH, offer: withoutCandidates(sdp) }));
    return connected;
  }

  /** @param {number} within milliseconds @returns {Promise<boolean>} whether it is there */
  async receive(within) {
    const { socket } = this.#parts;
    const { peer, connected } = this.#peer((candidate) => socket.send({ type: 'slot-candidate', slot: 0, epoch: EPOCH, candidate }), within);
    this.receiver = peer;
    peer.connection.addTransceiver('audio', { direction: 'recvonly' });
    peer.connection.addTransceiver('video', { direction: 'recvonly' });
    await peer.offer((sdp) => socket.send({ type: 'receive', slot: 0, epoch: EPOCH, offer: withoutCandidates(sdp) }));
    return connected;
  }

  close() {
    this.sender?.close();
    this.receiver?.close();
  }

  /** @param {(candidate: Candidate) => void} tell @param {number} within */
  #peer(tell, within) {
    const { way, iceServers } = this.#parts;
    /** @type {(there: boolean) => void} */
    let settle = () => undefined;
    /** @type {Promise<boolean>} */
    const connected = new Promise((resolve) => (settle = resolve));
    const timer = window.setTimeout(() => settle(false), within);
    const peer = new Peer({
      iceServers,
      policy: way === 'relay' ? 'relay' : 'all',
      onCandidate: (candidate) => {
        if (ownFits(way, candidate.candidate)) tell(candidate);
      },
      onState: (state) => {
        if (state !== 'connected' && state !== 'failed') return;
        clearTimeout(timer);
        settle(state === 'connected');
      },
    });
    return { peer, connected };
  }

  /** @param {ServerMessage} message */
  #read(message) {
    switch (message.type) {
      case 'published':
        this.#answered(this.sender, withStartBitrate(message.answer, START_KBPS));
        return true;
      case 'receiving':
        this.#answered(this.receiver, message.answer);
        return true;
      case 'publish-candidate':
        this.#found(this.sender, message.candidate);
        return true;
      case 'slot-candidate':
        this.#found(this.receiver, message.candidate);
        return true;
      default:
        return false;
    }
  }

  /** @param {Peer | null} peer @param {string} sdp */
  #answered(peer, sdp) {
    void peer?.answer(withoutCandidates(sdp));
    for (const candidate of candidatesIn(sdp)) this.#found(peer, { candidate, mid: '0', line: 0 });
  }

  /** @param {Peer | null} peer @param {Candidate} candidate of the server */
  #found(peer, candidate) {
    if (!wayOf(candidate.candidate)) return;
    this.#parts.offered.add(candidate.candidate);
    if (serversFits(this.#parts.way, candidate.candidate)) void peer?.candidate(candidate);
  }
}

/** Where a server answers, each place once. @param {Iterable<string>} offered */
export function places(offered) {
  return [...new Set([...offered].map(placeOf))].sort();
}
