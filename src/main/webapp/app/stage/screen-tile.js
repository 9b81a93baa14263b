import { button } from '../ui/controls.js';
import { h, icon, set, text } from '../ui/dom.js';
import { placeTile } from './tile-place.js';
import { TileTools } from './tile-tools.js';

/**
 * A shared screen: never mirrored, never cropped. One's own shows no picture, which would show itself for ever, but how to stop.
 *
 * @import { Sharing } from '../session/sharing.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { Rect } from './layout.js'
 * @import { TileParts } from './tile-tools.js'
 * @typedef {object} ScreenModel
 * @property {string} name of whose it is
 * @property {boolean} pinned
 * @property {MediaStream | null} stream
 * @property {boolean} locked whether what comes cannot be opened here
 * @property {Rect} rect
 */

export class ScreenTile {
  #name = h('span', { class: 'tile-name', dir: 'auto' });
  #video = h('video', { autoplay: true, playsinline: true, 'aria-hidden': 'true' });
  #away;
  #shut;
  #tools;
  #t;

  /** @param {TileParts} parts @param {string} key @param {(video: HTMLVideoElement) => void} play */
  constructor(parts, key, play) {
    this.#t = parts.t;
    this.#video.addEventListener('loadedmetadata', () => play(this.#video));
    this.#video.addEventListener('resize', () => this.#reveal());
    this.#tools = new TileTools(parts, key, this.#video);
    this.#away = h('span', { class: 'tile-away' }, h('span', { class: 'spinner', 'aria-hidden': 'true' }), this.#t('stage.share.coming'));
    this.#shut = h('span', { class: 'tile-note', hidden: true }, this.#t('stage.secrecy.shut'));
    this.element = h('article', { class: 'tile screen' }, this.#video, this.#away, this.#shut, this.#tools.element, h('footer', {}, icon('share'), this.#name));
  }

  /** What shows the picture. */
  get video() {
    return this.#video;
  }

  /** @param {ScreenModel} model */
  update({ name, pinned, stream, locked, rect }) {
    if (this.#video.srcObject !== stream) this.#video.srcObject = stream;
    placeTile(this.element, rect);
    const label = this.#t('stage.share.of', name);
    text(this.#name, label);
    set(this.element, 'aria-label', label);
    set(this.element, 'data-locked', locked);
    set(this.#shut, 'hidden', !locked);
    this.#reveal();
    this.#tools.update(label, pinned);
  }

  /** The first picture is there. */
  #reveal() {
    const shown = this.#video.videoWidth > 0;
    set(this.element, 'data-shown', shown);
    set(this.#away, 'hidden', shown);
  }
}

export class OwnScreenTile {
  #t;

  /** @param {{sharing: Sharing, t: Translate}} parts */
  constructor({ sharing, t }) {
    this.#t = t;
    const stop = button({ icon: 'share-off', label: t('stage.share.stop'), kind: 'button primary', onClick: () => void sharing.toggle() });
    this.element = h('article', { class: 'tile screen' }, h('div', { class: 'own-screen' }, icon('share'), h('p', {}, t('stage.share.own')), stop));
  }

  /** @param {ScreenModel} model */
  update({ rect }) {
    placeTile(this.element, rect);
    set(this.element, 'aria-label', this.#t('stage.share.own'));
  }
}
