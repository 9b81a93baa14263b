/**
 * The preferences of a person: devices, views, sounds. Kept in local storage, but for what their account keeps; what cannot be kept holds
 * until the tab closes.
 *
 * @typedef {object} Wanted
 * @property {string} microphone id of the device, empty for the default one
 * @property {string} camera likewise
 * @property {string} speaker likewise
 * @property {boolean} noiseSuppression
 * @property {boolean} echoCancellation
 * @property {boolean} blur the background of one's own picture, where browser and camera can
 * @property {boolean} mirror oneself as in a mirror
 * @property {boolean} selfView whether one's own tile is there
 * @property {number} tiles most tiles at once, oneself included
 * @property {boolean} lowData small pictures in both directions
 * @property {boolean} smoothShare a shared screen flows rather than being sharp
 * @property {boolean} notify whether the system tells what concerns the reader while the tab is hidden
 * @property {boolean} enterMuted whether the microphone is off when somebody comes to the door of a meeting
 * @property {boolean} enterWithoutCamera likewise the camera
 * @property {readonly string[]} silent names of the sounds that are switched off
 * @typedef {keyof Wanted} Name
 */

/** How many tiles one may choose. */
export const TILE_CHOICES = [4, 9, 16, 25];

const KEY = 'plenum-preferences';
const CHANGE = 'change';

/** @type {Readonly<Wanted>} */
export const DEFAULTS = Object.freeze({
  microphone: '',
  camera: '',
  speaker: '',
  noiseSuppression: true,
  echoCancellation: true,
  blur: false,
  mirror: true,
  selfView: true,
  tiles: 9,
  lowData: false,
  smoothShare: false,
  notify: false,
  enterMuted: false,
  enterWithoutCamera: false,
  silent: Object.freeze(/** @type {string[]} */ ([])),
});

/**
 * Takes what fits and the default for the rest, whatever somebody or an older version has written. Pure.
 *
 * @param {string | null} text
 * @returns {Wanted}
 */
export function readPreferences(text) {
  /** @type {Record<string, unknown>} */
  let written = {};
  try {
    written = Object(JSON.parse(text ?? '{}'));
  } catch {
    // not ours: as if nothing was written
  }
  return { ...DEFAULTS, ...fitting(written) };
}

/** What of something fits. Pure. @param {Record<string, unknown>} written @returns {Partial<Wanted>} */
function fitting(written) {
  const names = /** @type {Name[]} */ (Object.keys(DEFAULTS));
  return Object.fromEntries(names.filter((name) => fits(name, written[name])).map((name) => [name, written[name]]));
}

/** @param {Name} name @param {unknown} value */
function fits(name, value) {
  if (name === 'silent') return Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (name === 'tiles') return TILE_CHOICES.includes(/** @type {number} */ (value));
  return typeof value === typeof DEFAULTS[name];
}

export class Preferences extends EventTarget {
  /** What this browser keeps. */
  #own;
  /** What the account keeps, in the place of what this browser does. */
  #kept;
  #wanted;
  #storage;

  /** @param {Pick<Storage, 'getItem' | 'setItem'> | null} storage @param {Record<string, unknown>} [kept] by the account of whoever is signed in */
  constructor(storage, kept = {}) {
    super();
    this.#storage = storage;
    this.#own = readPreferences(this.#stored());
    this.#kept = fitting(kept);
    this.#wanted = { ...this.#own, ...this.#kept };
  }

  /** @returns {Readonly<Wanted>} */
  get now() {
    return this.#wanted;
  }

  /** @param {Partial<Wanted>} changes */
  change(changes) {
    this.#take(changes);
    try {
      this.#storage?.setItem(KEY, JSON.stringify(this.#own));
    } catch {
      // full or forbidden: it holds for this tab
    }
    this.dispatchEvent(new Event(CHANGE));
  }

  /** Another page has changed something and stored it. @param {Record<string, unknown>} changes */
  follow(changes) {
    this.#take(fitting(changes));
    this.dispatchEvent(new Event(CHANGE));
  }

  /** @param {Partial<Wanted>} changes */
  #take(changes) {
    const entries = Object.entries(changes);
    this.#kept = { ...this.#kept, ...Object.fromEntries(entries.filter(([name]) => name in this.#kept)) };
    this.#own = { ...this.#own, ...Object.fromEntries(entries.filter(([name]) => !(name in this.#kept))) };
    this.#wanted = { ...this.#own, ...this.#kept };
  }

  /** @param {() => void} listener @returns {() => void} ends it */
  onChange(listener) {
    this.addEventListener(CHANGE, listener);
    return () => this.removeEventListener(CHANGE, listener);
  }

  #stored() {
    try {
      return this.#storage?.getItem(KEY) ?? null;
    } catch {
      return null;
    }
  }
}

/** The browser's storage, where a page may have one. @returns {Storage | null} */
export function browserStorage() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
