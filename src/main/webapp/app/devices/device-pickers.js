import { choice } from '../ui/controls.js';
import { h } from '../ui/dom.js';

/**
 * Pickers for microphone, camera and speaker.
 *
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Translate } from '../ui/texts.js'
 */
export class DevicePickers extends HTMLElement {
  /** @type {(() => void) | null} */
  #end = null;
  #parts;
  #microphone;
  #camera;
  #speaker;

  /**
   * @param {{local: LocalMedia, t: Translate}} parts
   * @param {ReadonlyArray<'microphone' | 'camera' | 'speaker'>} [kinds]
   */
  constructor(parts, kinds = ['microphone', 'camera', 'speaker']) {
    super();
    this.#parts = parts;
    const { local, t } = parts;
    this.#microphone = choice(t('stage.devices.microphone'), (id) => void local.use('microphone', id));
    this.#camera = choice(t('stage.devices.camera'), (id) => void local.use('camera', id));
    this.#speaker = choice(t('stage.devices.speaker'), (id) => local.useSpeaker(id));
    const pickers = { microphone: this.#microphone, camera: this.#camera, speaker: this.#speaker };
    this.append(...kinds.map((kind) => pickers[kind]));
  }

  connectedCallback() {
    this.#end ??= this.#parts.local.onChange(() => this.#update());
    this.#update();
  }

  disconnectedCallback() {
    this.#end?.();
    this.#end = null;
  }

  #update() {
    const { devices, lines, speakerId } = this.#parts.local;
    this.#microphone.show(this.#named(devices.microphones), lines.microphone.track?.getSettings().deviceId ?? lines.microphone.id);
    this.#camera.show(this.#named(devices.cameras), lines.camera.track?.getSettings().deviceId ?? lines.camera.id);
    const canChoose = 'setSinkId' in HTMLMediaElement.prototype;
    this.#speaker.show(canChoose ? this.#named(devices.speakers) : [], speakerId);
  }

  /** @param {Array<{id: string, label: string}>} devices */
  #named(devices) {
    return devices.map(({ id, label }, i) => ({ id, label: label || this.#parts.t('stage.devices.unnamed', i + 1) }));
  }
}

customElements.define('plenum-device-pickers', DevicePickers);

/** A bar that moves with the voice. */
export function levelBar() {
  const fill = h('span', { class: 'level-fill' });
  return Object.assign(h('div', { class: 'level', 'aria-hidden': 'true' }, fill), {
    /** @param {number} level */
    show(level) {
      fill.style.setProperty('--level', String(Math.round(level) / 100));
    },
  });
}
