import { Connection } from '../protocol/connection.js';
import { cameraEncodings } from '../media/camera-layers.js';
import { Publisher } from '../media/publisher.js';
import { Reach, canConnect } from '../media/reach.js';
import { ShownHeight } from '../media/shown-height.js';
import { Slots } from '../media/slots.js';
import { QualityWatch } from './quality-watch.js';
import { ReachReport } from './reach-report.js';
import { Sharing } from './sharing.js';
import { SpeechWatch } from './speech-watch.js';
import { PasswordKeeper } from './passwords.js';
import { watchNetwork } from '../platform/network.js';
import { self } from '../state/people.js';
import { deviceToken, socketAddress } from './address.js';
import { tellOfDevices } from './device-news.js';
import { PlaceKeeper, rememberName } from './place.js';
import { ToldDevices } from './told-devices.js';
import { MeetingLinks, sendingSealed } from './veil.js';
import { ViewWishes } from './view-wishes.js';

/**
 * This tab's stay in a meeting: brings the socket, the store and the media together.
 *
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { ClientMessage, ServerMessage } from '../protocol/messages.js'
 * @import { Welcome } from '../protocol/session.js'
 * @import { MediaSource, Wish } from '../protocol/stream.js'
 * @import { Preferences } from '../platform/preferences.js'
 * @import { Veil } from './veil.js'
 * @typedef {(message: ClientMessage) => boolean} Send false when there is no open socket
 */

const AGAIN_MILLIS = 1000;

/**
 * @template {Shared} S
 * @typedef {(message: ServerMessage, before: S) => void} MessageListener told of the state before the message, too
 */

/** @template {Shared} S */
export class Session extends EventTarget {
  /** The stream of each slot. @type {Map<number, MediaStream>} */
  streams = new Map();
  #name = '';
  #password = '';
  #device = deviceToken();
  #passwords;
  #told = new ToldDevices((message) => this.#connection.send(message));
  #wishes = new ViewWishes((message) => this.#connection.send(message));
  #place;
  #store;
  #local;
  #connection;
  #publisher;
  #slots;
  #watches;
  #reachReport;
  #reach = new Reach((blocked) => this.#store.dispatch({ type: 'reach', reach: blocked ? 'blocked' : 'fine' }));
  /** @type {Array<MessageListener<S>>} */
  #listeners = [];
  #shownHeight = new ShownHeight(() => void this.#publisher.limit());

  /**
   * @param {string} letters
   * @param {StoreOf<S, SharedAction>} store
   * @param {LocalMedia} local
   * @param {Preferences} preferences
   * @param {Veil | null} [veil] of an encrypted meeting
   */
  constructor(letters, store, local, preferences, veil = null) {
    super();
    this.#store = store;
    this.#local = local;
    this.#place = new PlaceKeeper(letters);
    this.#passwords = new PasswordKeeper(letters);
    this.#connection = new Connection({
      open: () => new WebSocket(socketAddress(letters)),
      hello: () => this.#hello(),
      onMessage: (message) => (veil ? veil.opened(message, (clear) => this.#heard(clear)) : this.#heard(message)),
      onState: (connection) => {
        store.dispatch({ type: 'connection', connection });
        if (connection !== 'open') this.dispatchEvent(new Event('disconnected'));
      },
    });
    const send = (this.send = sendingSealed(this.#connection, store, veil));
    this.links = new MeetingLinks(store, veil);
    this.#publisher = new Publisher({ source: 'camera', send, tracks: () => local.tracks(), encodings: (count) => cameraEncodings(local.tracks().video, this.#shownHeight.now, count), reach: this.#reach, cipher: veil?.cipher ?? null });
    this.sharing = new Sharing(store, preferences, send, this.#reach, veil);
    this.#slots = new Slots({ send, reach: this.#reach, onStream: (slot, stream) => this.#stream(slot, stream), cipher: veil?.cipher ?? null });
    this.#watches = [new SpeechWatch(local, send), new QualityWatch(store, this.#publisher, this.#slots, send)];
    this.#reachReport = new ReachReport(store, send);
    watchNetwork({ changed: () => this.#networkChanged(), woke: (slept) => this.#woke(slept) });
    local.onChange(() => this.#localChanged());
    tellOfDevices(local, store);
  }

  /** @returns {import('./place.js').Place | null} the place that a reload left */
  get place() {
    return this.links.veil?.fragment === '' ? null : this.#place.read();
  }

  /** @param {string} name @param {string} [password] as it was typed */
  join(name, password = '') {
    this.#name = name;
    this.#password = password;
    rememberName(name);
    this.#store.dispatch({ type: 'phase', phase: 'joining' });
    this.#connection.open();
  }

  /** The reader has signed in meanwhile: the server learns it from the cookie of another socket, in the same place. */
  signedIn() {
    this.#connection.again();
  }

  leave() {
    this.#connection.send({ type: 'leave' });
    this.#end();
    this.#store.dispatch({ type: 'phase', phase: 'left' });
  }

  /** Stops waiting to be let in, and goes back to the door. */
  giveUp() {
    this.#connection.close();
    this.#store.dispatch({ type: 'phase', phase: 'prejoin' });
  }

  /** Told of each message after the state, in the order of asking. @param {MessageListener<S>} listener @returns {() => void} ends it */
  onMessage(listener) {
    this.#listeners.push(listener);
    return () => {
      this.#listeners = this.#listeners.filter((one) => one !== listener);
    };
  }

  /** Goes on under another name, also after a reload. @param {string} name */
  rename(name) {
    if (!this.send({ type: 'rename', name })) return;
    this.#name = name;
    rememberName(name);
    this.#place.change({ name });
  }

  /** The meeting's password where this tab knows it, for invitations. */
  get password() {
    return this.#store.state.rules.password ? this.#passwords.read() : '';
  }

  /** The name under which this tab joined or tries to. */
  get name() {
    return this.#name;
  }

  tryNow() {
    this.#connection.hurry();
  }

  /** Asks to see this; opens the slots it takes. @param {Wish[]} wishes @param {boolean} someOffStage */
  view(wishes, someOffStage) {
    this.#slots.need(wishes.map((wish) => wish.slot));
    if (someOffStage) this.#slots.need(this.#slots.audioNumbers);
    this.#wishes.are(wishes);
  }

  /** The server did not look at what was said: what holds by then is said again. @param {string | null | undefined} about */
  #sayAgain(about) {
    const own = self(this.#store.state);
    if (own && (!about || about === 'set-devices')) this.#told.are(own);
    this.#tellDevices();
    if (!about || about === 'view') this.#wishes.again();
  }

  /** @returns {ClientMessage} */
  #hello() {
    const devices = this.#told.are(this.#devices());
    const resume = this.#place.read()?.resume;
    return { type: 'join', name: this.#name, ...devices, resume, password: this.#password || undefined, device: resume ? undefined : this.#device };
  }

  #devices() {
    return { microphone: this.#local.willHave('microphone'), camera: this.#local.willHave('camera') };
  }

  /** Keeps the server's picture of the devices true; what cannot be sent now goes with the next hello. */
  #tellDevices() {
    const devices = this.#devices();
    if (this.#told.tell(devices)) this.#place.change(devices);
  }

  /** @param {ServerMessage} message */
  #heard(message) {
    const before = this.#store.state;
    const selfBefore = before.people.self;
    this.#store.dispatch({ type: 'server', message });
    for (const listener of [...this.#listeners]) listener(message, before);
    switch (message.type) {
      case 'welcome':
        this.#obey();
        this.#place.keep({ resume: message.resume, name: this.#name, ...this.#devices() });
        this.#device = undefined;
        if (this.#password) this.#passwords.keep(this.#password);
        this.#password = '';
        this.#wishes.forget();
        this.#tellDevices();
        this.#reachReport.again();
        this.#enter(message.self !== selfBefore || !publishesCamera(message), message.self !== selfBefore);
        break;
      case 'ice-servers':
      case 'media-reset':
        if (message.type === 'media-reset') this.#wishes.forget();
        this.#enter(message.type === 'media-reset', message.type === 'media-reset');
        break;
      case 'published':
        void this.#publisherOf(message.source).answered(message.epoch, message.answer);
        break;
      case 'camera-shown':
        this.#shownHeight.told(message.height);
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
      case 'video-stopped':
        void this.#local.turn(message.type === 'muted' ? 'microphone' : 'camera', false);
        break;
      case 'failed':
        // a server of another version: asking the same again is of no use
        if (message.code === 'malformed') this.#heard({ type: 'refused', reason: 'unavailable' });
        if (message.code === 'forbidden' && message.about === 'publish') this.sharing.refused();
        if (message.code === 'forbidden' && message.about === 'set-devices') this.#obey();
        if (message.code === 'throttled') window.setTimeout(() => this.#sayAgain(message.about), AGAIN_MILLIS);
        break;
      case 'refused':
        if (this.#store.state.stay.phase === 'prejoin') this.#askedForPassword();
        else this.#end();
        break;
      case 'ended':
        this.#end();
        break;
      default:
    }
  }

  /** The mirror stays while the reader looks for the password. */
  #askedForPassword() {
    this.#place.forget();
    this.#connection.close();
  }

  /** Turns off what the server says is off although this tab said it is on: the rules of the room, or a moderator while we were away. */
  #obey() {
    const own = self(this.#store.state);
    if (own) this.#told.refused(own).forEach((kind) => void this.#local.turn(kind, false));
  }

  /**
   * Sets media up in the room the server names; a resume into the same room keeps what plays.
   *
   * @param {boolean} anew whether the server knows nothing of an earlier camera
   * @param {boolean} screenAnew whether it knows nothing of an earlier screen
   */
  #enter(anew, screenAnew) {
    const { epoch, available, iceServers, limits } = this.#store.state.media;
    if (!available || !canConnect()) return;
    this.#reach.again();
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

  /** The tab was away, and what it knows of its connections may be out of date. @param {boolean} slept */
  #woke(slept) {
    if (this.#store.state.stay.phase !== 'meeting') return;
    this.#connection.probe();
    if (slept) this.#networkChanged();
    else [this.#publisher, this.sharing.publisher, this.#slots].forEach((connections) => connections.woke());
    void this.#local.revive();
    this.dispatchEvent(new Event('woke'));
  }

  /** @param {{source?: MediaSource | null, slot?: number | null, epoch: number}} message */
  #peerFailed({ source, slot, epoch }) {
    if (source) this.#publisherOf(source).failed(epoch);
    if (slot !== null && slot !== undefined) this.#slots.failed(slot, epoch);
  }

  #localChanged() {
    if (this.#store.state.stay.phase !== 'meeting') return;
    this.#tellDevices();
    void this.#publisher.refresh();
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
    this.#wishes.forget();
    this.#watches.forEach((watch) => watch.rest());
    this.#shownHeight.rest();
    this.#local.close();
    this.links.veil?.rest();
  }
}

/** Whether a camera of an earlier connection is still there. @param {Welcome} welcome */
function publishesCamera(welcome) {
  return welcome.participants.some((p) => p.id === welcome.self && p.publishing.includes('camera'));
}
