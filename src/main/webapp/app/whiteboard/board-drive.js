import { dialog } from '../ui/dialog.js';
import { h } from '../ui/dom.js';
import { fileOf, ownDrive, saveInDrive } from './drive-files.js';

/**
 * The board and the drive of its reader: shows the pictures there, of which one is put onto the board, and puts the board there.
 *
 * @import { Translate } from '../ui/texts.js'
 * @import { DrivePicture } from './drive-files.js'
 * @import { WhiteboardStore } from './slice.js'
 * @param {{store: WhiteboardStore, put(file: File): void, t: Translate}} parts
 */
export function boardDrive({ store, put, t }) {
  const said = h('p', { class: 'hint', role: 'status' });
  const list = h('ul', { class: 'board-drive' });
  const element = dialog({ title: t('stage.board.drive.pictures'), close: t('stage.board.cancel'), kind: 'board-drive-dialog', onClose: () => list.replaceChildren(), content: [said, list] });
  return {
    element,
    /** Puts the board there. @param {string} name @param {string} _type @param {Blob} content */
    async save(name, _type, content) {
      const outcome = await saveInDrive(name, content);
      store.dispatch({ type: 'notice', text: `stage.board.drive.${outcome}`, kind: outcome === 'saved' ? 'good' : 'warning' });
    },
    /** Asks which picture. */
    async open() {
      said.textContent = t('stage.board.drive.coming');
      element.toggle(true);
      const own = await ownDrive();
      if (!element.open) return;
      said.textContent = own ? (own.pictures.length > 0 ? '' : t('stage.board.drive.none')) : t('stage.board.drive.away');
      list.replaceChildren(...(own?.pictures ?? []).map((picture) => h('li', {}, entry(picture))));
      /** @type {HTMLElement | null} */ (list.querySelector('button'))?.focus();
    },
  };

  /** @param {DrivePicture} picture */
  function entry(picture) {
    const shown = h('img', { src: picture.preview || picture.address, alt: '', loading: 'lazy', width: 112, height: 84 });
    return h('button', { type: 'button', class: 'board-drive-entry', onclick: () => void take(picture) }, shown, h('span', { dir: 'auto' }, picture.name));
  }

  /** @param {DrivePicture} picture */
  async function take(picture) {
    element.toggle(false);
    const file = await fileOf(picture);
    if (file) put(file);
    else store.dispatch({ type: 'notice', text: 'stage.board.picture.failed', kind: 'warning' });
  }
}
