/**
 * What a small application of the Kurento protocol does in a page of the media server's own origin: one publisher of a moving picture, and
 * viewers of it.
 */
globalThis.KurentoApplication = class {
  static #DESCRIPTORS = 'https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension';
  #socket;
  #pipeline;
  #publisher;
  #sessionId;
  #ids = 0;
  #waiting = new Map();
  #peers = new Map();
  #viewers = [];

  static async open() {
    const application = new KurentoApplication();
    application.#socket = new WebSocket(`ws://${location.host}/kurento`);
    await new Promise((resolve, reject) => {
      application.#socket.onopen = resolve;
      application.#socket.onerror = () => reject(new Error('no media server'));
    });
    application.#socket.onmessage = (event) => application.#heard(JSON.parse(event.data));
    application.#pipeline = await application.#call('create', { type: 'MediaPipeline', constructorParams: {} });
    return application;
  }

  #heard({ id, result, error, params }) {
    const value = params?.value;
    if (value?.type === 'IceCandidateFound') {
      const { candidate, sdpMid, sdpMLineIndex } = value.data.candidate;
      void this.#peers.get(value.object)?.addIceCandidate({ candidate, sdpMid, sdpMLineIndex });
    }
    const asked = this.#waiting.get(id);
    this.#waiting.delete(id);
    this.#sessionId = result?.sessionId ?? this.#sessionId;
    if (error) asked?.reject(new Error(error.message));
    else asked?.resolve(result?.value);
  }

  #call(method, params) {
    const id = ++this.#ids;
    this.#socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params: { ...params, sessionId: this.#sessionId } }));
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #invoke(object, operation, operationParams = {}) {
    return this.#call('invoke', { object, operation, operationParams });
  }

  async #endpoint(peer) {
    const endpoint = await this.#call('create', { type: 'WebRtcEndpoint', constructorParams: { mediaPipeline: this.#pipeline } });
    this.#peers.set(endpoint, peer);
    await this.#call('subscribe', { type: 'IceCandidateFound', object: endpoint });
    await peer.setLocalDescription();
    const sdp = await this.#invoke(endpoint, 'processOffer', { offer: peer.localDescription.sdp });
    await peer.setRemoteDescription({ type: 'answer', sdp });
    await this.#invoke(endpoint, 'gatherCandidates');
    return endpoint;
  }

  /** Sends a picture of 1280 by 720 that moves all the time. @param {string} codec @param {string} scalabilityMode */
  async publish(codec, scalabilityMode) {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
    const brush = canvas.getContext('2d');
    let painted = 0;
    setInterval(() => {
      painted++;
      for (let i = 0; i < 40; i++) {
        brush.fillStyle = `hsl(${(painted * 7 + i * 40) % 360} 80% 60%)`;
        brush.fillRect((painted * 9 + i * 97) % 1280, (i * 53 + painted * 3) % 720, 60, 60);
      }
    }, 50);
    const stream = canvas.captureStream(20);
    const peer = new RTCPeerConnection();
    const sendEncodings = [{ scalabilityMode, maxBitrate: 2_500_000 }];
    const sending = peer.addTransceiver(stream.getVideoTracks()[0], { direction: 'sendonly', streams: [stream], sendEncodings });
    const wanted = [`video/${codec}`, 'video/rtx'];
    sending.setCodecPreferences(RTCRtpSender.getCapabilities('video').codecs.filter((one) => wanted.includes(one.mimeType)));
    this.#publisher = await this.#endpoint(peer);
  }

  /** Shows what is published. @param {boolean} withDescriptors whether dependency descriptors are asked for */
  async view(withDescriptors) {
    const peer = new RTCPeerConnection();
    const receiving = peer.addTransceiver('video', { direction: 'recvonly' });
    const extensions = receiving.getHeaderExtensionsToNegotiate();
    const descriptors = extensions.find((one) => one.uri === KurentoApplication.#DESCRIPTORS);
    descriptors.direction = withDescriptors ? 'sendrecv' : 'stopped';
    receiving.setHeaderExtensionsToNegotiate(extensions);
    const endpoint = await this.#endpoint(peer);
    await this.#invoke(this.#publisher, 'connect', { sink: endpoint });
    const video = Object.assign(document.createElement('video'), { muted: true, srcObject: new MediaStream([receiving.receiver.track]) });
    document.body.append(video);
    void video.play();
    return this.#viewers.push({ peer, endpoint }) - 1;
  }

  /** @param {number} viewer @param {number} kilobits a second, the most that its picture is worth */
  async cap(viewer, kilobits) {
    await this.#invoke(this.#viewers[viewer].endpoint, 'setMaxVideoSendBandwidth', { maxVideoSendBandwidth: kilobits });
  }

  /** What a viewer is shown. @param {number} viewer */
  async shown(viewer) {
    const stats = [...(await this.#viewers[viewer].peer.getStats()).values()].find((one) => one.type === 'inbound-rtp');
    return { height: stats?.frameHeight ?? 0, frames: stats?.framesDecoded ?? 0, freezes: stats?.freezeCount ?? 0, keyFrames: stats?.keyFramesDecoded ?? 0, lost: stats?.packetsLost ?? 0 };
  }
};
