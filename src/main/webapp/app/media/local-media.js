import { canBlur, listDevices, openDevices, picture, watchDevices } from './devices.js';

/**
 * This tab's own microphone and camera: what is on, what is wrong, and what to do when a device comes or goes.
 *
 * @import { DeviceList, Facing, Kind, Opened } from './devices.js'
 * @import { DeviceTrouble } from './device-errors.js'
 * @import { Preferences } from '../platform/preferences.js'
 * @typedef {{wanted: boolean, id: string | null, track: MediaStreamTrack | null, trouble: DeviceTrouble | null}} Line
 */

/** The camera's light goes out this long after it was switched off; a quick change of mind costs nothing. */
const RELEASE_AFTER = 3000;
const CHANGE = 'change';
const SOUND_WISHES = 2;

export class LocalMedia extends EventTarget {
  /** @type {Record<Kind, Line>} */
  lines = {
    microphone: { wanted: true, id: null, track: null, trouble: null },
    camera: { wanted: true, id: null, track: null, trouble: null },
  };
  /** @type {DeviceList} */
  devices = { microphones: [], cameras: [], speakers: [] };
  /** Whether the browser has been asked. */
  asked = false;
  /** @type {number | undefined} */
  #release;
  /** @type {Promise<void>} */
  #asking = Promise.resolve();

  /** @type {Facing | undefined} */
  #facing;
  /** The manner of opening that is in force. */
  #manner = '';
  #preferences;

  /** @param {Preferences} preferences */
  constructor(preferences) {
    super();
    this.#preferences = preferences;
    this.lines.microphone.id = preferences.now.microphone || null;
    this.lines.camera.id = preferences.now.camera || null;
    this.#manner = manner(preferences.now);
    preferences.onChange(() => void this.#adapt());
    void watchDevices(() => void this.#recover());
  }

  get speakerId() {
    return this.#preferences.now.speaker;
  }

  get microphoneOn() {
    return this.lines.microphone.wanted && this.lines.microphone.track !== null;
  }

  get cameraOn() {
    return this.lines.camera.wanted && this.lines.camera.track !== null;
  }

  /** Whether others are told that the device is on. @param {Kind} kind */
  willHave(kind) {
    return this.lines[kind].wanted && this.lines[kind].trouble === null;
  }

  /** For the senders: a muted microphone stays as a silent track, a camera that is off is none. */
  tracks() {
    return { audio: this.lines.microphone.track, video: this.lines.camera.wanted ? this.lines.camera.track : null };
  }

  /** @param {() => void} listener @returns {() => void} ends it */
  onChange(listener) {
    this.addEventListener(CHANGE, listener);
    return () => this.removeEventListener(CHANGE, listener);
  }

  /** Opens what is wanted and not open; questions come one after the other. @returns {Promise<void>} */
  ask() {
    this.#asking = this.#asking.then(() => this.#open());
    return this.#asking;
  }

  /** @param {Kind} kind @param {boolean} on */
  async turn(kind, on) {
    const line = this.lines[kind];
    line.wanted = on;
    if (line.track) line.track.enabled = on;
    if (kind === 'camera') this.#releaseCameraLater(on);
    this.#changed();
    if (on && !line.track) await this.ask();
  }

  /** @param {Kind} kind @param {string} id */
  async use(kind, id) {
    this.#preferences.change({ [kind]: id });
    await this.#change(kind, id);
  }

  /** @param {string} id */
  useSpeaker(id) {
    this.#preferences.change({ speaker: id });
    this.#changed();
  }

  /** Whether there is a camera at the other side, as phones have one. */
  get canTurnAround() {
    return this.cameraOn && this.devices.cameras.length > 1 && window.matchMedia('(pointer: coarse)').matches;
  }

  /** Whether the camera looks at its owner, who then expects a mirror. */
  get facesOwner() {
    return this.lines.camera.track?.getSettings().facingMode !== 'environment';
  }

  /** Whether there is a camera that runs and can hide what is behind its owner. */
  get canBlur() {
    return this.cameraOn && canBlur(this.lines.camera.track);
  }

  /** From the camera in front to the one at the back, and the other way round. */
  async turnAround() {
    this.#facing = this.facesOwner ? 'environment' : 'user';
    this.#preferences.change({ camera: '' });
    await this.#change('camera', null);
  }

  /** The tab was away: a device that the system took meanwhile is asked for again. */
  async revive() {
    for (const kind of /** @type {Kind[]} */ (['microphone', 'camera'])) {
      if (this.lines[kind].track?.readyState === 'ended') await this.#lost(kind);
    }
  }

  /** Lets go of all devices. */
  close() {
    clearTimeout(this.#release);
    Object.values(this.lines).forEach((line) => this.#stop(line));
    this.#changed();
  }

  /** A device that is off stays off: choosing is not switching on. @param {Kind} kind @param {string | null} id */
  async #change(kind, id) {
    const line = this.lines[kind];
    this.#stop(line);
    line.id = id;
    line.trouble = null;
    await this.ask();
  }

  async #open() {
    this.asked = true;
    const kinds = /** @type {Kind[]} */ (['microphone', 'camera']).filter((kind) => this.lines[kind].wanted && !this.lines[kind].track);
    if (kinds.length > 0) {
      const opened = await openDevices(Object.fromEntries(kinds.map((kind) => [kind, this.lines[kind].id])), { ...this.#preferences.now, facing: this.#facing });
      for (const kind of kinds) this.#take(kind, /** @type {Opened} */ (opened[kind]));
    }
    this.devices = await listDevices();
    this.#changed();
  }

  /** @param {Kind} kind @param {Opened} opened */
  #take(kind, opened) {
    const line = this.lines[kind];
    this.#stop(line);
    line.track = opened.track;
    line.trouble = opened.trouble;
    if (!opened.track) return;
    opened.track.enabled = line.wanted;
    opened.track.onended = () => this.#lost(kind);
  }

  /** The device was pulled out, or the system took it away. @param {Kind} kind */
  async #lost(kind) {
    const line = this.lines[kind];
    line.track = null;
    line.id = null;
    this.#changed();
    await this.ask();
    this.dispatchEvent(new CustomEvent('lost', { detail: { kind, replaced: line.track !== null } }));
  }

  async #recover() {
    if (!this.asked) return;
    this.devices = await listDevices();
    this.#changed();
    for (const kind of /** @type {Kind[]} */ (['microphone', 'camera'])) await this.#takeBack(kind);
    const broken = Object.values(this.lines).some((line) => line.wanted && !line.track && line.trouble);
    if (broken) await this.ask();
  }

  /** The device that was chosen once is plugged in again: back to it. @param {Kind} kind */
  async #takeBack(kind) {
    const chosen = this.#preferences.now[kind];
    const { id, track } = this.lines[kind];
    const present = kind === 'microphone' ? this.devices.microphones : this.devices.cameras;
    if (!chosen || !track || id === chosen || !present.some((device) => device.id === chosen)) return;
    await this.#change(kind, chosen);
    this.dispatchEvent(new CustomEvent('returned', { detail: { kind } }));
  }

  /** How the microphone sounds is said when it is opened; how a picture looks can be changed while it runs. */
  async #adapt() {
    const now = manner(this.#preferences.now);
    if (now === this.#manner) return;
    const sounds = (/** @type {string} */ of) => of.slice(0, SOUND_WISHES);
    const reopen = sounds(now) !== sounds(this.#manner) && this.lines.microphone.track;
    this.#manner = now;
    await this.lines.camera.track?.applyConstraints(picture(this.#preferences.now)).catch(() => undefined);
    if (reopen) await this.#change('microphone', this.lines.microphone.id);
  }

  /** @param {boolean} on */
  #releaseCameraLater(on) {
    clearTimeout(this.#release);
    if (on) return;
    this.#release = window.setTimeout(() => {
      this.#stop(this.lines.camera);
      this.#changed();
    }, RELEASE_AFTER);
  }

  /** @param {Line} line */
  #stop(line) {
    if (line.track) line.track.onended = null;
    line.track?.stop();
    line.track = null;
  }

  #changed() {
    this.dispatchEvent(new Event(CHANGE));
  }
}

/** One letter for each wish, those that concern the sound first. @param {import('./devices.js').Manner} wishes */
function manner({ noiseSuppression, echoCancellation, lowData, blur }) {
  return [noiseSuppression, echoCancellation, lowData, blur].map((on) => (on ? '1' : '0')).join('');
}
