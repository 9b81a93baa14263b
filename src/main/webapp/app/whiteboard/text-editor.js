import { h, set } from '../ui/dom.js';
import { LONGEST_TEXT } from './codec.js';
import { inkOn } from './paint.js';

/**
 * A field over the canvas in which one writes: where the text will stand, and as large.
 *
 * @import { Body, Place } from './codec.js'
 * @import { Desk } from './desk.js'
 * @import { Box } from './geometry.js'
 * @typedef {{box: Box, body: Body, place: Place, text: string, then: (text: string) => void}} Writing
 */

export class TextEditor {
  #field = h('textarea', { class: 'board-text', hidden: true, maxlength: LONGEST_TEXT, rows: 1, spellcheck: 'true', dir: 'auto' });
  /** @type {Writing | null} */
  #writing = null;
  #desk;

  /** @param {Desk} desk @param {string} label */
  constructor(desk, label) {
    this.#desk = desk;
    this.element = this.#field;
    this.#field.setAttribute('aria-label', label);
    this.#field.addEventListener('keydown', (event) => this.#onKey(event));
    this.#field.addEventListener('blur', () => window.setTimeout(() => document.activeElement !== this.#field && document.hasFocus() && this.end(), 0));
    this.#field.addEventListener('input', () => this.#place());
    desk.viewport.addEventListener('change', () => this.#place());
  }

  get open() {
    return this.#writing !== null;
  }

  /** @param {Writing} writing */
  begin(writing) {
    this.end();
    this.#writing = writing;
    this.#field.value = writing.text;
    set(this.#field, 'hidden', false);
    this.#place();
    this.#field.focus();
    // the click that began it may take the focus along
    window.setTimeout(() => this.#writing === writing && this.#field.focus(), 0);
  }

  /** Keeps the written text. */
  end() {
    const writing = this.#writing;
    if (!writing) return;
    this.#writing = null;
    set(this.#field, 'hidden', true);
    writing.then(this.#field.value.replace(/\s+$/, ''));
    this.#desk.surface.canvas.focus({ preventScroll: true });
  }

  #place() {
    if (!this.#writing) return;
    const { box, body, place } = this.#writing;
    const { viewport } = this.#desk;
    const { x, y } = viewport.pixel(box);
    const { style } = this.#field;
    const free = body.kind === 'text';
    const size = (free ? body.size : 20) * place.scale * viewport.zoom;
    style.setProperty('font-size', `${Math.max(12, size)}px`);
    style.setProperty('left', `${x}px`);
    style.setProperty('top', `${y}px`);
    style.setProperty('color', free ? place.color : body.kind === 'note' ? inkOn(place.color) : place.color);
    style.setProperty('background-color', body.kind === 'note' ? place.color : 'transparent');
    style.setProperty('text-align', free ? 'start' : 'center');
    style.setProperty('width', free ? '0' : `${Math.max(80, box.width * viewport.zoom)}px`);
    style.setProperty('height', '0');
    if (free) style.setProperty('width', `${Math.max(120, this.#field.scrollWidth + 12)}px`);
    style.setProperty('height', `${free ? this.#field.scrollHeight : Math.max(44, box.height * viewport.zoom, this.#field.scrollHeight)}px`);
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    event.stopPropagation();
    if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      this.end();
    }
  }
}
