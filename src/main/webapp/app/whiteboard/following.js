import { h, set, text } from '../ui/dom.js';

/**
 * Shows what somebody else sees, until one looks elsewhere oneself; and tells those who follow what is seen here.
 *
 * @import { BoardSight } from '../protocol/whiteboard.js'
 * @import { Send } from '../session/session.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { Desk } from './desk.js'
 * @typedef {{desk: Desk, send: Send, nameOf: (id: string) => string, alone: () => boolean, t: Translate}} FollowingParts
 */

const LOOK_EVERY = 200;

export class Following {
  element = h('p', { class: 'board-following', role: 'status', hidden: true });
  /** @type {string | null} */
  #whom = null;
  #telling = false;
  #parts;

  /** @param {FollowingParts} parts */
  constructor(parts) {
    this.#parts = parts;
    parts.desk.viewport.addEventListener('change', () => this.#looked());
    parts.desk.addEventListener('page', () => this.#looked());
  }

  get whom() {
    return this.#whom;
  }

  /** @param {string | null} whom null: nobody any more */
  follow(whom) {
    const { send, nameOf, t } = this.#parts;
    if (whom === this.#whom) return;
    this.#whom = whom;
    send({ type: 'board-follow', ...(whom ? { participant: whom } : {}) });
    set(this.element, 'hidden', whom === null);
    text(this.element, whom ? t('stage.board.following', nameOf(whom)) : '');
  }

  /** @param {string} participant @param {BoardSight} sight */
  told(participant, { page, x, y, width, height }) {
    const { desk } = this.#parts;
    if (participant !== this.#whom) return;
    if (desk.sheets.some((sheet) => sheet.page === page)) desk.show(page);
    desk.viewport.show({ x: x / 10, y: y / 10, width: width / 10, height: height / 10 });
  }

  #looked() {
    const { desk, send, alone } = this.#parts;
    if (this.#telling) return;
    this.#telling = true;
    window.setTimeout(() => {
      this.#telling = false;
      const { x, y, width, height } = desk.viewport.seen();
      if (alone() || width === 0) return;
      const tenths = (/** @type {number} */ value) => Math.max(-1e9, Math.min(1e9, Math.round(value * 10)));
      send({ type: 'board-look', sight: { page: desk.page, x: tenths(x), y: tenths(y), width: Math.max(1, tenths(width)), height: Math.max(1, tenths(height)) } });
    }, LOOK_EVERY);
  }
}
