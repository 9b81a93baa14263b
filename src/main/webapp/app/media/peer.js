/**
 * One peer connection that always offers. Its owner sends the offer, hands the answer in, and replaces it when it fails.
 *
 * @import { Candidate, IceServer } from '../protocol/stream.js'
 * @typedef {object} PeerParts
 * @property {readonly IceServer[]} iceServers
 * @property {RTCIceTransportPolicy} [policy]
 * @property {(candidate: Candidate) => void} onCandidate
 * @property {(state: RTCPeerConnectionState) => void} onState
 */

export class Peer {
  /** @type {RTCIceCandidateInit[]} */
  #early = [];
  #answered = false;
  #offered = false;
  /** @type {Candidate[]} */
  #own = [];
  #parts;

  /** @param {PeerParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.connection = new RTCPeerConnection({
      iceServers: servers(parts.iceServers),
      bundlePolicy: 'max-bundle',
      rtcpMuxPolicy: 'require',
      iceTransportPolicy: parts.policy ?? 'all',
    });
    this.connection.onicecandidate = ({ candidate }) => this.#tell(wire(candidate));
    this.connection.onconnectionstatechange = () => parts.onState(this.connection.connectionState);
  }

  /**
   * @param {(sdp: string) => void} send gets the offer; candidates follow only after it
   */
  async offer(send) {
    const pc = this.connection;
    this.#answered = this.#offered = false;
    await pc.setLocalDescription(await pc.createOffer());
    if (isClosed(pc)) return;
    send(pc.localDescription?.sdp ?? '');
    this.#offered = true;
    this.#own.splice(0).forEach((candidate) => this.#parts.onCandidate(candidate));
  }

  /**
   * Looks for another way through the network, while what flows goes on; false when an answer is still due or all is over.
   *
   * @param {(sdp: string) => void} send gets the offer, as in {@link offer}
   */
  restart(send) {
    if (this.connection.signalingState !== 'stable' || !this.#answered) return false;
    this.connection.restartIce();
    void this.offer(send);
    return true;
  }

  /** Sets the ICE servers, used from the next ICE restart on. @param {readonly IceServer[]} iceServers */
  relays(iceServers) {
    if (isClosed(this.connection)) return;
    this.connection.setConfiguration({ ...this.connection.getConfiguration(), iceServers: servers(iceServers) });
  }

  /** @param {string} sdp */
  async answer(sdp) {
    const pc = this.connection;
    // an answer to an offer that another one has taken the place of meanwhile is late
    if (this.#answered || pc.signalingState !== 'have-local-offer') return;
    this.#answered = true;
    await pc.setRemoteDescription({ type: 'answer', sdp });
    await Promise.all(this.#early.splice(0).map((candidate) => this.#add(candidate)));
  }

  /** @param {Candidate} candidate of the server */
  async candidate(candidate) {
    const init = { candidate: candidate.candidate, sdpMid: candidate.mid, sdpMLineIndex: candidate.line };
    if (this.connection.remoteDescription) await this.#add(init);
    else this.#early.push(init);
  }

  close() {
    this.connection.onicecandidate = null;
    this.connection.onconnectionstatechange = null;
    this.connection.ontrack = null;
    this.connection.close();
  }

  /** @param {RTCIceCandidateInit} candidate */
  async #add(candidate) {
    try {
      await this.connection.addIceCandidate(candidate);
    } catch {
      // a candidate that this browser cannot use is one way less, not an error
    }
  }

  /** @param {Candidate} candidate */
  #tell(candidate) {
    if (this.#offered) this.#parts.onCandidate(candidate);
    else this.#own.push(candidate);
  }
}

/** @param {readonly IceServer[]} told @returns {RTCIceServer[]} */
function servers(told) {
  return told.map(({ urls, username, credential }) => ({
    urls,
    username: username ?? undefined,
    credential: credential ?? undefined,
  }));
}

/** @param {RTCPeerConnection} pc */
function isClosed(pc) {
  return pc.signalingState === 'closed';
}

/** @param {RTCIceCandidate | null} candidate @returns {Candidate} */
function wire(candidate) {
  return {
    candidate: candidate?.candidate ?? '',
    mid: candidate?.sdpMid ?? '0',
    line: candidate?.sdpMLineIndex ?? 0,
  };
}
