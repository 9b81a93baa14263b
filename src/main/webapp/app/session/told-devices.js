/**
 * The devices that the server considers on: what this tab sent last.
 *
 * @import { ClientMessage } from '../protocol/messages.js'
 * @typedef {{microphone: boolean, camera: boolean}} Devices
 */
const KINDS = /** @type {const} */ (['microphone', 'camera']);

export class ToldDevices {
  #told = { microphone: false, camera: false };
  #send;

  /** @param {(message: ClientMessage) => boolean} send */
  constructor(send) {
    this.#send = send;
  }

  /** The server hears of it with something else. @param {Devices} devices */
  are(devices) {
    this.#told = { microphone: devices.microphone, camera: devices.camera };
    return devices;
  }

  /** Tells what the server does not know. @param {Devices} devices @returns {boolean} whether there was something */
  tell(devices) {
    if (KINDS.every((kind) => devices[kind] === this.#told[kind])) return false;
    if (this.#send({ type: 'set-devices', ...devices })) this.are(devices);
    return true;
  }

  /** The devices that the server turned off although this tab said that they are on. @param {Devices} own as the server has them */
  refused(own) {
    const off = KINDS.filter((kind) => this.#told[kind] && !own[kind]);
    for (const kind of off) this.#told = { ...this.#told, [kind]: false };
    return off;
  }
}
