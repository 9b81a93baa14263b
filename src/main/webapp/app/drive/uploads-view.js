import { h } from '../ui/dom.js';

/**
 * Shows uploads: each with its name, how far it is, and what can be done about it.
 *
 * @typedef {import('./queue.js').Queue} Queue
 * @typedef {import('../platform/upload.js').Upload} Upload
 */

const SHOWN = 50;

export class UploadsView {
  /** @param {HTMLElement} element @param {Queue} queue */
  constructor(element, queue) {
    this.element = element;
    this.queue = queue;
    this.list = /** @type {HTMLElement} */ (element.querySelector('ul'));
    this.sum = /** @type {HTMLElement} */ (element.querySelector('[data-uploads-sum]'));
    this.refused = /** @type {HTMLElement} */ (element.querySelector('[data-uploads-refused]'));
    element.querySelector('[data-uploads="close"]')?.addEventListener('click', () => element.toggleAttribute('hidden', true));
  }

  /** @param {string} name */
  text(name) {
    return this.element.dataset[`text${name[0].toUpperCase()}${name.slice(1)}`] ?? '';
  }

  /** @param {string} key of what is said about files that are not taken */
  refuse(key) {
    this.element.toggleAttribute('hidden', false);
    this.refused.textContent = key ? this.text(key) : '';
  }

  show() {
    const { uploads, done, left } = this.queue;
    this.element.toggleAttribute('hidden', uploads.length === 0 && left.length === 0 && !this.refused.textContent);
    const again = left.length > 0 ? ` ${this.text('again')} ${left.map((one) => one.name).slice(0, 5).join(', ')}` : '';
    this.sum.textContent = uploads.length > 0 ? `${done} / ${uploads.length}.${again}` : again.trim();
    const open = uploads.filter((one) => one.state !== 'done');
    this.list.replaceChildren(...open.slice(0, SHOWN).map((one) => this.row(one)));
  }

  /** @param {Upload} upload */
  row(upload) {
    const going = upload.state === 'going' || upload.state === 'waiting';
    const part = upload.file.size === 0 ? 100 : Math.floor((100 * upload.sent) / upload.file.size);
    const can = upload.state !== 'moving';
    return h(
      'li',
      { class: `upload ${upload.state}`, 'data-upload': upload.path },
      h('span', { class: 'upload-name' }, upload.path),
      h('progress', { max: 100, value: part, 'aria-label': upload.path }),
      h('span', { class: 'hint' }, this.state(upload, part)),
      can && h('button', { type: 'button', class: 'button quiet small', onclick: () => (going ? upload.pause() : this.queue.resume(upload)) }, this.text(going ? 'pause' : 'resume')),
      can && h('button', { type: 'button', class: 'button quiet small', onclick: () => this.queue.remove(upload) }, this.text('cancel')),
    );
  }

  /** @param {Upload} upload @param {number} part */
  state(upload, part) {
    if (upload.state === 'going') return `${part} %`;
    if (upload.state !== 'failed') return this.text(upload.state);
    /** @type {Record<string, string>} */
    const why = { NO_ROOM: 'room', DENIED: 'denied', BAD_NAME: 'name', SIGNED_OUT: 'out' };
    return this.text(why[upload.why] ?? 'failed');
  }
}
