import { Connection } from '../protocol/connection.js';
import { cameraEncodings } from '../media/camera-layers.js';
import { Publisher } from '../media/publisher.js';
import { Slots } from '../media/slots.js';
import { QualityWatch } from './quality-watch.js';
import { Sharing } from './sharing.js';
import { SpeechWatch } from './speech-watch.js';
import { PlaceKeeper, rememberName } from './place.js';

/**
 * This tab's stay in a meeting: brings the socket, the store and the media together.
 *
 * @import { Store } from '../store.js'
 * @import { Action, MeetingState } from './meeting.js'
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { ClientMessage, MediaSource, ServerMessage, Wish } from '../protocol/messages.js'
 * @import { Preferences } from '../settings/preferences.js'
 */

/** This many failures in a row without a single connection point to a firewall. */
const BLOCKED_AFTER = 2;

export class Session extends EventTarget {
  /** What each slot plays. @type {Map<number, MediaStream>} */
  streams = new Map();
  #name = '';
  #told = { microphone: false, camera: false };
  /** @type {string | null} */
  #wished = null;
  #place;
  #store;
  #local;
  #connection;
  #publisher;
  #slots;
  #watches;

  /**
   * @param {string} letters
   * @param {Store<MeetingState, Action>} store
   * @param {LocalMedia} local
   * @param {Preferences} preferences
   */
  constructor(letters, store, local, preferences) {
    super();
    this.#store = store;
    this.#local = local;
    this.#place = new PlaceKeeper(letters);
    this.#connection = new Connection({
      open: () => new WebSocket(socketAddress(letters)),
      hello: () => this.#hello(),
      onMessage: (message) => this.#heard(message),
      onState: (connection) => store.dispatch({ type: 'connection', connection }),
    });
    const send = this.#connection.send.bind(this.#connection);
    const onTrouble = (/** @type {number} */ failures) => store.dispatch({ type: 'media-blocked', blocked: failures >= BLOCKED_AFTER });
    this.#publisher = new Publisher({ source: 'camera', send, tracks: () => local.tracks(), encodings: cameraEncodings, onTrouble });
    this.sharing = new Sharing(store, preferences, send);
    this.#slots = new Slots({ send, onTrouble, onStream: (slot, stream) => this.#stream(slot, stream) });
    this.#watches = [new SpeechWatch(local, send), new QualityWatch(store, this.#publisher, this.#slots)];
    local.onChange(() => this.#localChanged());
    local.addEventListener('lost', (event) => this.#deviceLost(/** @type {CustomEvent} */ (event).detail));
    local.addEventListener('returned', (event) => this.#deviceReturned(/** @type {CustomEvent} */ (event).detail));
    window.addEventListener('online', () => this.#networkChanged());
    networkInformation()?.addEventListener('change', () => this.#networkChanged());
  }

  /** @returns {import('./place.js').Place | null} the place that a reload left */
  get place() {
    return this.#place.read();
  }

  /** @param {string} name */
  join(name) {
    this.#name = name;
    rememberName(name);
    this.#store.dispatch({ type: 'phase', phase: 'joining' });
    this.#connection.open();
  }

  leave() {
    this.#connection.send({ type: 'leave' });
    this.#end();
    this.#store.dispatch({ type: 'phase', phase: 'left' });
  }

  tryNow() {
    this.#connection.hurry();
  }

  /** @param {string} participant */
  mute(participant) {
    this.#connection.send({ type: 'mute', participant });
  }

  /** Asks to see this; opens the slots it takes. @param {Wish[]} wishes @param {boolean} someOffStage */
  view(wishes, someOffStage) {
    this.#slots.need(wishes.map((wish) => wish.slot));
    if (someOffStage) this.#slots.need(this.#slots.audioNumbers);
    const asked = JSON.stringify(wishes);
    if (asked !== this.#wished && this.#connection.send({ type: 'view', wishes })) this.#wished = asked;
  }

  /** @returns {ClientMessage} */
  #hello() {
    this.#told = this.#devices();
    return { type: 'join', name: this.#name, ...this.#told, resume: this.#place.read()?.resume };
  }

  #devices() {
    return { microphone: this.#local.willHave('microphone'), camera: this.#local.willHave('camera') };
  }

  /** Keeps the server's picture of the devices true; what cannot be sent now goes with the next hello. */
  #tellDevices() {
    const devices = this.#devices();
    if (devices.microphone === this.#told.microphone && devices.camera === this.#told.camera) return;
    if (this.#connection.send({ type: 'set-devices', ...devices })) this.#told = devices;
    const place = this.#place.read();
    if (place) this.#place.keep({ ...place, ...devices });
  }

  /** @param {ServerMessage} message */
  #heard(message) {
    const selfBefore = this.#store.state.self;
    this.#store.dispatch({ type: 'server', message });
    switch (message.type) {
      case 'welcome':
        this.#place.keep({ resume: message.resume, name: this.#name, ...this.#devices() });
        this.#wished = null;
        this.#tellDevices();
        this.#enter(message.self !== selfBefore || !publishesCamera(message), message.self !== selfBefore);
        break;
      case 'media-reset':
        this.#wished = null;
        this.#enter(true, true);
        break;
      case 'published':
        void this.#publisherOf(message.source).answered(message.epoch, message.answer);
        break;
      case 'receiving':
        void this.#slots.answered(message.slot, message.epoch, message.answer);
        break;
      case 'publish-candidate':
        void this.#publisherOf(message.source).candidate(message.epoch, message.candidate);
        break;
      case 'slot-candidate':
        void this.#slots.candidate(message.slot, message.epoch, message.candidate);
        break;
      case 'peer-failed':
        this.#peerFailed(message);
        break;
      case 'muted':
        void this.#local.turn('microphone', false);
        break;
      case 'failed':
        // a server of another version: asking the same again is of no use
        if (message.code === 'malformed') this.#heard({ type: 'refused', reason: 'unavailable' });
        if (message.code === 'forbidden' && message.about === 'publish') this.sharing.refused();
        break;
      case 'refused':
      case 'ended':
        this.#end();
        break;
      default:
    }
  }

  /**
   * Sets media up in the room the server names; a resume into the same room keeps what plays.
   *
   * @param {boolean} anew whether the server knows nothing of an earlier camera
   * @param {boolean} screenAnew whether it knows nothing of an earlier screen
   */
  #enter(anew, screenAnew) {
    const { epoch, mediaAvailable, iceServers, limits } = this.#store.state;
    if (!mediaAvailable) return;
    this.#publisher.enter(epoch, iceServers, anew);
    this.sharing.enter(screenAnew);
    this.#slots.enter(epoch, iceServers, limits, anew);
    this.dispatchEvent(new Event('entered'));
  }

  /** Looks for a way over the new network at once, instead of waiting for the old one to fail. */
  #networkChanged() {
    this.#connection.hurry();
    this.#publisher.networkChanged();
    this.sharing.publisher.networkChanged();
    this.#slots.networkChanged();
  }

  /** @param {{source?: MediaSource | null, slot?: number | null, epoch: number}} message */
  #peerFailed({ source, slot, epoch }) {
    if (source) this.#publisherOf(source).failed(epoch);
    if (slot !== null && slot !== undefined) this.#slots.failed(slot, epoch);
  }

  #localChanged() {
    if (this.#store.state.phase !== 'meeting') return;
    this.#tellDevices();
    void this.#publisher.refresh();
  }

  /** @param {{kind: string, replaced: boolean}} lost */
  #deviceLost({ kind, replaced }) {
    const text = replaced ? 'stage.notice.device-replaced' : 'stage.notice.device-lost';
    this.#store.dispatch({ type: 'notice', kind: 'warning', text: `${text}.${kind}` });
  }

  /** @param {{kind: 'microphone' | 'camera'}} returned */
  #deviceReturned({ kind }) {
    this.#store.dispatch({ type: 'notice', kind: 'good', text: kind === 'microphone' ? 'stage.notice.device-returned.microphone' : 'stage.notice.device-returned.camera' });
  }

  /** @param {MediaSource} source */
  #publisherOf(source) {
    return source === 'screen' ? this.sharing.publisher : this.#publisher;
  }

  /** @param {number} slot @param {MediaStream} stream */
  #stream(slot, stream) {
    this.streams.set(slot, stream);
    this.dispatchEvent(new Event('streams'));
  }

  #end() {
    this.#place.forget();
    this.#connection.close();
    this.#publisher.close();
    this.sharing.close();
    this.#slots.close();
    this.streams.clear();
    this.#wished = null;
    this.#watches.forEach((watch) => watch.rest());
    this.#local.close();
  }
}

/** What some browsers tell of the network in use. @returns {EventTarget | undefined} */
function networkInformation() {
  return /** @type {any} */ (navigator).connection;
}

/** @param {import('../protocol/messages.js').Welcome} welcome */
function publishesCamera(welcome) {
  return welcome.participants.some((p) => p.id === welcome.self && p.publishing.includes('camera'));
}

/** @param {string} letters */
function socketAddress(letters) {
  const page = window.location;
  return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}/ws/meetings/${letters}`;
}
