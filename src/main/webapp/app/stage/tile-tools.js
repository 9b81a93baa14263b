import { button } from '../ui/controls.js';
import { h, set } from '../ui/dom.js';

/**
 * The tools of a tile: pin, full screen, picture-in-picture.
 *
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @import { MenuButton } from '../ui/menu.js'
 * @import { Translate } from '../ui/texts.js'
 * @typedef {object} TileParts
 * @property {StoreOf<Shared, SharedAction>} store
 * @property {(participant: string, kind: string) => MenuButton} menu what can be done about somebody
 * @property {Translate} t
 */
export class TileTools {
  element = h('div', { class: 'tile-tools' });
  #pin;
  #menu;
  #t;
  #name = '';

  /**
   * @param {TileParts} parts
   * @param {string} key of the seat
   * @param {HTMLVideoElement} video
   */
  constructor(parts, key, video) {
    const { store, menu, t } = parts;
    this.#t = t;
    const pinned = () => store.state.view.pinned === key;
    this.#pin = button({ icon: 'pin', label: t('stage.tile.pin'), kind: 'round', onClick: () => store.dispatch({ type: 'pin', seat: pinned() ? null : key }) });
    const full = button({ icon: 'fullscreen', label: t('stage.tile.fullscreen'), kind: 'round wide-only', onClick: () => void toggleFullscreen(video.closest('.tile')) });
    const window = button({ icon: 'pip', label: t('stage.tile.pip'), kind: 'round wide-only', onClick: () => void togglePictureInPicture(video) });
    this.#menu = menu(key.split('/')[0], 'round');
    this.element.append(this.#pin, ...(document.fullscreenEnabled ? [full] : []), ...(document.pictureInPictureEnabled ? [window] : []), this.#menu);
  }

  /** @param {string} name of what is shown @param {boolean} pinned */
  update(name, pinned) {
    this.#menu.refresh();
    const label = this.#t(pinned ? 'stage.tile.unpin' : 'stage.tile.pin');
    if (this.#name === name + label) return;
    this.#name = name + label;
    this.#menu.rename(this.#t('stage.menu.of', name));
    this.#pin.show(pinned ? 'unpin' : 'pin', label);
    set(this.#pin, 'aria-pressed', String(pinned));
    set(this.element, 'role', 'group');
    set(this.element, 'aria-label', name);
  }
}

/** @param {Element | null} element */
export async function toggleFullscreen(element) {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await element?.requestFullscreen();
  } catch {
    // the browser or its owner does not want to: everything stays where it is
  }
}

/** @param {HTMLVideoElement | null} video */
export async function togglePictureInPicture(video) {
  try {
    if (document.pictureInPictureElement === video) await document.exitPictureInPicture();
    else await video?.requestPictureInPicture();
  } catch {
    // no picture yet, or the browser does not want to
  }
}
