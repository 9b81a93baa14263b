import { changeIcon, h, icon, set, text } from '../ui/dom.js';
import { hue, initials } from '../ui/initials.js';
import { placeTile, same } from './tile-place.js';
import { TileTools } from './tile-tools.js';

/**
 * One participant's tile. Made once, then only changed: its video element lives as long as the tile.
 *
 * @import { Participant } from '../protocol/session.js'
 * @import { Quality } from '../media/stats.js'
 * @import { Rect } from './layout.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { TileParts } from './tile-tools.js'
 * @typedef {object} TileModel
 * @property {Participant} participant
 * @property {boolean} own
 * @property {boolean} cameraOn
 * @property {boolean} microphoneOn
 * @property {boolean} speaking
 * @property {boolean} reconnecting
 * @property {number} hand place in the queue; 0 when it is down
 * @property {Quality | undefined} quality
 * @property {boolean} mirrored
 * @property {boolean} pinned
 * @property {MediaStream | null} stream
 * @property {boolean} locked whether what comes cannot be opened here
 * @property {Rect} rect
 * @property {object} rights another one when what may be done about people may have changed
 */

export class Tile {
  #video;
  #avatar = h('span', { class: 'avatar', 'aria-hidden': 'true' });
  #name = h('span', { class: 'tile-name', dir: 'auto' });
  #mic = icon('mic-off');
  #signal = icon('signal');
  #hand = h('span', { class: 'tile-hand', 'aria-hidden': 'true' }, icon('hand'), h('span', {}));
  #away;
  #note = h('span', { class: 'tile-note', hidden: true });
  #tools;
  #t;
  #named = '';
  /** @type {TileModel | null} */
  #shown = null;

  /**
   * @param {TileParts} parts
   * @param {string} key of the seat
   * @param {boolean} own
   * @param {(video: HTMLVideoElement) => void} play
   */
  constructor(parts, key, own, play) {
    const { t } = parts;
    this.#t = t;
    this.#video = h('video', { autoplay: true, playsinline: true, muted: own, 'aria-hidden': 'true' });
    this.#tools = new TileTools(parts, key, this.#video);
    this.#video.muted = own;
    this.#video.addEventListener('loadedmetadata', () => play(this.#video));
    this.#away = h('span', { class: 'tile-note' }, h('span', { class: 'spinner', 'aria-hidden': 'true' }), t('stage.tile.reconnecting'));
    this.#mic.classList.add('tile-mic');
    this.#signal.classList.add('tile-signal');
    this.element = h('article', { class: 'tile' }, this.#avatar, this.#video, this.#hand, this.#away, this.#note, this.#tools.element, h('footer', {}, this.#mic, this.#name, this.#signal));
  }

  /** Updates the speaking mark alone, because it changes often and on few tiles. @param {TileModel} model */
  update(model) {
    if (this.#shown && alike(this.#shown, model)) return;
    this.#shown = model;
    const { participant, own, rect, stream } = model;
    if (this.#video.srcObject !== stream) this.#video.srcObject = stream;
    placeTile(this.element, rect);
    this.#video.classList.toggle('mirrored', model.mirrored);
    const known = participant.admin ? `${participant.name} (${this.#t('stage.person.admin')})` : participant.name;
    const name = own ? this.#t('stage.tile.you', known) : known;
    if (this.#named !== name) this.#rename(name, participant.name);
    const { element } = this;
    set(element, 'data-participant', participant.id);
    set(element, 'data-camera', model.cameraOn ? 'on' : 'off');
    set(element, 'data-microphone', model.microphoneOn ? 'on' : 'off');
    set(element, 'data-speaking', model.speaking && model.microphoneOn);
    set(element, 'data-reconnecting', model.reconnecting);
    set(element, 'data-quality', model.quality ?? null);
    set(element, 'aria-label', this.#spoken(name, model));
    set(this.#hand, 'hidden', model.hand === 0);
    text(/** @type {Element} */ (this.#hand.lastElementChild), String(model.hand));
    set(this.#away, 'hidden', !model.reconnecting);
    const note = own || model.reconnecting ? '' : model.locked ? this.#t('stage.secrecy.shut') : reachWords(participant, this.#t);
    set(element, 'data-locked', model.locked);
    set(this.#note, 'hidden', note === '');
    text(this.#note, note);
    this.#tools.update(name, model.pinned);
    changeIcon(this.#mic, 'mic-off');
  }

  /** @param {string} name @param {string} bare */
  #rename(name, bare) {
    this.#named = name;
    text(this.#name, name);
    text(this.#avatar, initials(bare));
    this.#avatar.style.setProperty('--hue', String(hue(bare)));
  }

  /** @param {string} name @param {TileModel} model */
  #spoken(name, model) {
    const states = [
      !model.microphoneOn && this.#t('stage.tile.muted'),
      !model.cameraOn && this.#t('stage.tile.camera-off'),
      model.hand > 0 && this.#t('stage.hand.up', model.hand),
      model.quality === 'poor' && this.#t('stage.tile.poor'),
      model.reconnecting && this.#t('stage.tile.reconnecting'),
      model.locked && this.#t('stage.secrecy.shut'),
      !model.own && reachWords(model.participant, this.#t),
    ].filter(Boolean);
    return [name, ...states].join(', ');
  }
}

/** @param {TileModel} a @param {TileModel} b */
function alike({ rect: before, ...a }, { rect: now, ...b }) {
  return same(before, now) && /** @type {Array<keyof typeof a>} */ (Object.keys(a)).every((name) => a[name] === b[name]);
}

/** The note on the tile of a participant whom media do not reach. @param {Participant} participant @param {Translate} t */
export function reachWords({ reach }, t) {
  if (reach === 'blocked') return t('stage.person.blocked');
  return reach === 'unsupported' ? t('stage.person.unsupported') : '';
}
