import { h } from '../ui/dom.js';
import { NOWHERE } from './codec.js';
import { noteBetween } from './drawing-tools.js';
import { deleted, newId, whole } from './history.js';
import { TextEditor } from './text-editor.js';
import { NOTE_COLORS } from './toolbar.js';

/**
 * Words and pictures that come onto the board: written, dropped, pasted, chosen.
 *
 * @import { Translate } from '../ui/texts.js'
 * @import { Body } from './codec.js'
 * @import { Desk } from './desk.js'
 * @import { Touch } from './drawing-tools.js'
 * @import { Point } from './geometry.js'
 * @import { Pictures } from './pictures.js'
 * @typedef {object} WriterParts
 * @property {Desk} desk
 * @property {Pictures} pictures
 * @property {(id: string) => void} onMade something is there that is to be chosen
 * @property {() => void} onFailed a picture could not be stored
 * @property {Translate} t
 */

const SIZE = 28;

export class Writer {
  #parts;
  #editor;

  /** @param {WriterParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#editor = new TextEditor(parts.desk, parts.t('stage.board.write'));
    this.element = this.#editor.element;
  }

  /** Keeps the text that is being written. */
  end() {
    this.#editor.end();
  }

  /** Free text, where the pointer is. @param {Touch} touch */
  text({ point }) {
    const { desk } = this.#parts;
    const place = { ...NOWHERE, color: desk.style.color, x: point.x, y: point.y - SIZE * 0.65, z: desk.scene.top(desk.page) };
    const body = (/** @type {string} */ words) => /** @type {Body} */ ({ kind: 'text', size: SIZE, text: words });
    const then = (/** @type {string} */ words) => words && desk.history.do([whole(newId(), desk.page, body(words), place)]);
    this.#editor.begin({ box: { x: place.x, y: place.y, width: 0, height: SIZE }, body: body(''), place, text: '', then });
  }

  /** Changes the words of an element. @param {string} id */
  write(id) {
    const { desk } = this.#parts;
    const element = desk.scene.get(id);
    if (!element || !('text' in element.body) || !desk.mayDraw) return;
    const { body, page, place, box } = element;
    const before = element.body.text;
    const then = (/** @type {string} */ words) => {
      const now = desk.scene.get(id);
      if (!now || words === before) return;
      desk.history.do([body.kind === 'text' && !words ? deleted(id, page) : whole(id, page, /** @type {Body} */ ({ ...now.body, text: words }), now.place)]);
    };
    this.#editor.begin({ box, body, place, text: before, then });
  }

  /** A note in the middle of what is seen. */
  note() {
    const { desk, onMade } = this.#parts;
    const middle = this.#middle();
    const corner = { x: middle.x - 90, y: middle.y - 90 };
    const { body, place } = noteBetween(NOTE_COLORS[0])(corner, corner);
    const id = newId();
    desk.history.do([whole(id, desk.page, body, { ...NOWHERE, ...place, z: desk.scene.top(desk.page) })]);
    onMade(id);
    this.write(id);
  }

  /** Asks for a picture. */
  pick() {
    const input = h('input', { type: 'file', accept: 'image/png,image/jpeg,image/webp,image/gif' });
    input.addEventListener('change', () => input.files?.[0] && void this.#add(input.files[0], this.#middle()));
    input.click();
  }

  /** A picture from elsewhere. @param {File} file */
  put(file) {
    void this.#add(file, this.#middle());
  }

  /** Takes what is pasted into the board, and what is dropped onto its canvas. @param {HTMLElement} board @param {HTMLElement} place */
  listen(board, place) {
    board.addEventListener('paste', (event) => {
      const file = pictureIn(event.clipboardData);
      if (!file || this.#editor.open) return;
      event.preventDefault();
      void this.#add(file, this.#middle());
    });
    place.addEventListener('dragover', (event) => event.preventDefault());
    place.addEventListener('drop', (event) => {
      event.preventDefault();
      const file = pictureIn(event.dataTransfer);
      const { left, top } = place.getBoundingClientRect();
      if (file) void this.#add(file, this.#parts.desk.viewport.unit(event.clientX - left, event.clientY - top));
    });
  }

  #middle() {
    const { x, y, width, height } = this.#parts.desk.viewport.seen();
    return { x: x + width / 2, y: y + height / 2 };
  }

  /** @param {File} file @param {Point} middle */
  async #add(file, middle) {
    const { desk, pictures, onMade, onFailed } = this.#parts;
    if (!desk.mayDraw) return;
    const stored = await pictures.add(file);
    if (!stored) {
      onFailed();
      return;
    }
    const { width, height } = stored;
    const seen = desk.viewport.seen();
    const scale = Math.min(1, (seen.width * 0.6) / width, (seen.height * 0.6) / height);
    const id = newId();
    const body = /** @type {Body} */ ({ kind: 'picture', id: stored.id, width, height, text: file.name.replace(/\.[a-z0-9]+$/i, '') });
    desk.history.do([whole(id, desk.page, body, { ...NOWHERE, scale, x: middle.x - (width * scale) / 2, y: middle.y - (height * scale) / 2, z: desk.scene.top(desk.page) })]);
    onMade(id);
  }
}

/** @param {DataTransfer | null} data */
function pictureIn(data) {
  return [...(data?.files ?? [])].find(({ type }) => type.startsWith('image/'));
}
