import { shelf } from '../platform/shelf.js';
import { Unsent } from '../session/unsent.js';

/**
 * Brings the board of one's room and this tab into step: asks for what it does not know, by number, part after part; sends what is drawn here, one change
 * after the other, until the server says that it is stored, also after a lost connection or a reload.
 *
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { BoardStep } from '../protocol/whiteboard.js'
 * @import { Send } from '../session/session.js'
 * @import { Item } from '../state/unsent.js'
 * @import { Scene } from './scene.js'
 * @typedef {{letters: string, scene: Scene, send: Send, refused(reason: string): void}} SyncParts `refused`: told why something is not stored
 */

/** Steps of one message. */
const MOST_STEPS = 64;
/** Characters of one message, about; the server takes a little more. */
const MOST_CHARACTERS = 60_000;
/** With these a message was not looked at. @type {readonly string[]} */
const LATER = ['throttled', 'out-of-place', 'internal'];

export class BoardSync extends EventTarget {
  /** With it pictures are fetched and stored. */
  ticket = '';
  /** @type {string | null} */
  #board = null;
  #known = 0;
  /** The latest number that was told while parts were still to come. */
  #heard = 0;
  #open = false;
  #loaded = false;
  #parts;
  #unsent;

  /** @param {SyncParts} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    this.#unsent = new Unsent({
      send: parts.send,
      onChange: () => this.dispatchEvent(new Event('unsent')),
      shelf: shelf(`plenum-board-${parts.letters}`, /** @type {Item[]} */ ([])),
      clock: { after: (ms, run) => window.setTimeout(run, ms), cancel: (timer) => window.clearTimeout(timer) },
    });
    for (const { key, message } of this.#unsent.items) if (message.type === 'board-draw') parts.scene.add(key, message.steps);
  }

  /** Whether all of the board is here. */
  get loaded() {
    return this.#loaded;
  }

  get board() {
    return this.#board;
  }

  /** How many changes are not stored yet. */
  get waiting() {
    return this.#unsent.items.length;
  }

  /** From now on the board is looked at. */
  open() {
    this.#open = true;
    this.#ask();
  }

  close() {
    this.#open = false;
    this.#parts.send({ type: 'board-close' });
  }

  /** Draws: shows it at once and sends it. @param {readonly BoardStep[]} steps */
  draw(steps) {
    if (!this.#board) return;
    for (const some of parcels(steps)) {
      const key = crypto.randomUUID();
      this.#parts.scene.add(key, some);
      this.#unsent.add(key, { type: 'board-draw', board: this.#board, key, steps: some });
    }
  }

  /** Moderation: empties a page. @param {number} page */
  clear(page) {
    const key = crypto.randomUUID();
    if (this.#board) this.#unsent.add(key, { type: 'board-clear', board: this.#board, key, page });
  }

  disconnected() {
    this.#unsent.disconnected();
  }

  /** @param {ServerMessage} message */
  heard(message) {
    switch (message.type) {
      case 'welcome':
        if (this.#open) this.#ask();
        break;
      case 'board-part':
        this.#part(message);
        break;
      case 'board-drawn':
        this.#drawn(message);
        break;
      case 'not-stored':
        if (message.key && (message.about === 'board-draw' || message.about === 'board-clear')) this.#notStored(message.key, message.reason);
        break;
      case 'failed':
        if (message.about === 'board-draw' || message.about === 'board-clear') this.#unsent.failed(message.about, LATER.includes(message.code));
        if ((message.about === 'board-open' || message.about === 'board-more') && this.#open) window.setTimeout(() => this.#ask(), 1000);
        break;
      default:
    }
  }

  #ask() {
    this.#loaded = false;
    this.#heard = 0;
    const known = this.#board ? { board: this.#board, known: this.#known } : {};
    if (this.#parts.send({ type: 'board-open', ...known })) this.#unsent.connected();
  }

  /** @param {Extract<ServerMessage, {type: 'board-part'}>} message */
  #part({ board, reset, cleared, entries, upTo, more, ticket }) {
    if (reset) this.#parts.scene.reset();
    if (board !== this.#board) {
      this.#board = board;
      // what was meant for another room's board stays there
      for (const { key, message } of [...this.#unsent.items]) if ('board' in message && message.board !== board) this.#drop(key);
    }
    this.ticket = ticket ?? this.ticket;
    this.#parts.scene.takePart(cleared, entries);
    this.#known = upTo;
    if (more) {
      this.#parts.send({ type: 'board-more', after: upTo });
      return;
    }
    this.#known = Math.max(upTo, this.#heard);
    this.#loaded = true;
    this.dispatchEvent(new Event('loaded'));
  }

  /** @param {Extract<ServerMessage, {type: 'board-drawn'}>} message */
  #drawn({ board, operations }) {
    if (board !== this.#board) return;
    this.#parts.scene.takeOperations(operations);
    for (const { number, steps, key } of operations) {
      this.#heard = Math.max(this.#heard, number + Math.max(0, steps.length - 1));
      this.#unsent.settled(key);
    }
    if (this.#loaded) this.#known = Math.max(this.#known, this.#heard);
  }

  /** @param {string} key @param {import('../protocol/messages.js').NotStoredReason} reason */
  #notStored(key, reason) {
    this.#unsent.notStored(key, reason);
    if (reason === 'unavailable' || reason === 'throttled') return;
    this.#drop(key);
    this.#parts.refused(reason);
  }

  /** @param {string} key */
  #drop(key) {
    this.#unsent.drop(key);
    this.#parts.scene.takeBack(key);
  }
}

/** As many steps as a message takes. @param {readonly BoardStep[]} steps @returns {BoardStep[][]} */
export function parcels(steps) {
  /** @type {BoardStep[][]} */
  const all = [];
  let size = MOST_CHARACTERS;
  for (const step of steps) {
    const own = (step.body?.length ?? 0) + (step.place?.length ?? 0) + 80;
    if (size + own > MOST_CHARACTERS || all[all.length - 1].length === MOST_STEPS) {
      all.push([]);
      size = 0;
    }
    all[all.length - 1].push(step);
    size += own;
  }
  return all;
}
