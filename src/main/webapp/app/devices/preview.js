import { troubleHere } from '../media/devices.js';
import { previewOf } from './preview-of.js';
import { troubleCard } from './trouble.js';
import { h, icon, set } from '../ui/dom.js';
import { button } from '../ui/controls.js';
import { hue, initials } from '../ui/initials.js';

/**
 * The mirror: what others will see, or why there is nothing to see.
 *
 * @import { DeviceTrouble } from '../media/device-errors.js'
 * @import { Kind } from '../media/devices.js'
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Preferences } from '../platform/preferences.js'
 * @import { Translate } from '../ui/texts.js'
 */
export class Preview {
  #video = h('video', { class: 'mirrored', autoplay: true, playsinline: true, muted: true, 'aria-hidden': 'true' });
  #words = h('div', { class: 'preview-words', 'aria-live': 'polite' });
  #microphone;
  #camera;
  #turn;
  #shown = '';
  #parts;

  /** @param {{local: LocalMedia, preferences: Preferences, t: Translate}} parts */
  constructor(parts) {
    this.#parts = parts;
    const { local, t } = parts;
    this.#video.muted = true;
    this.#microphone = button({ icon: 'mic', label: t('stage.mic.off'), short: t('stage.mic'), kind: 'tool', keys: 'M', onClick: () => void local.turn('microphone', !local.lines.microphone.wanted) });
    this.#camera = button({ icon: 'camera', label: t('stage.camera.off'), short: t('stage.camera'), kind: 'tool', keys: 'V', onClick: () => void local.turn('camera', !local.lines.camera.wanted) });
    this.#turn = button({ icon: 'turn', label: t('stage.camera.turn'), short: t('stage.camera.turn.short'), kind: 'tool', onClick: () => void local.turnAround() });
    this.element = h('div', { class: 'preview' }, this.#video, this.#words, h('div', { class: 'preview-tools', hidden: Boolean(troubleHere()) }, this.#microphone, this.#camera, this.#turn));
  }

  /** @param {string} name typed so far */
  update(name) {
    const { local, preferences, t } = this.#parts;
    const { microphone, camera } = local.lines;
    this.#video.classList.toggle('mirrored', preferences.now.mirror && local.facesOwner);
    const kind = previewOf({ asked: local.asked, camera });
    const stream = kind === 'picture' && camera.track ? camera.track : null;
    const shown = /** @type {MediaStream | null} */ (this.#video.srcObject)?.getVideoTracks()[0] ?? null;
    if (shown !== stream) this.#video.srcObject = stream ? new MediaStream([stream]) : null;
    set(this.element, 'data-shows', kind);
    this.#microphone.show(microphone.wanted ? 'mic' : 'mic-off', t(microphone.wanted ? 'stage.mic.off' : 'stage.mic.on'));
    this.#camera.show(camera.wanted ? 'camera' : 'camera-off', t(camera.wanted ? 'stage.camera.off' : 'stage.camera.on'));
    set(this.#microphone, 'data-off', !microphone.wanted);
    set(this.#camera, 'data-off', !camera.wanted);
    set(this.#turn, 'hidden', !local.canTurnAround);
    this.#say(kind, name);
  }

  /** @param {ReturnType<typeof previewOf>} kind @param {string} name */
  #say(kind, name) {
    const { microphone, camera } = this.#parts.local.lines;
    const key = JSON.stringify([kind, microphone.wanted && microphone.trouble, camera.wanted && camera.trouble, kind === 'off' ? name : '']);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#words.replaceChildren(...this.#content(kind, name));
  }

  /** @param {ReturnType<typeof previewOf>} kind @param {string} name @returns {Node[]} */
  #content(kind, name) {
    const { local, t } = this.#parts;
    if (kind === 'explain') {
      return [
        h('div', { class: 'explain' }, icon('camera'), h('h2', {}, t('stage.prejoin.explain')), h('p', {}, t('stage.prejoin.explain.text')), button({ icon: 'check', label: t('stage.prejoin.allow'), kind: 'button secondary', onClick: () => void local.ask() })),
      ];
    }
    const cards = troubles(local.lines).map(([kinds, trouble]) => troubleCard(kinds, trouble, t, () => void local.ask()));
    if (kind === 'opening') return [h('p', {}, t('stage.prejoin.opening'))];
    if (kind !== 'off') return cards;
    const avatar = h('span', { class: 'avatar' }, name.trim() ? initials(name) : icon('camera-off'));
    avatar.style.setProperty('--hue', String(hue(name)));
    return [avatar, ...cards];
  }
}

/** @param {LocalMedia['lines']} lines @returns {Array<[Kind[], DeviceTrouble]>} */
function troubles({ microphone, camera }) {
  const sound = microphone.wanted ? microphone.trouble : null;
  const picture = camera.wanted ? camera.trouble : null;
  if (sound && sound === picture) return [[['microphone', 'camera'], sound]];
  /** @type {Array<[Kind[], DeviceTrouble]>} */
  const all = [];
  if (picture) all.push([['camera'], picture]);
  if (sound) all.push([['microphone'], sound]);
  return all;
}
