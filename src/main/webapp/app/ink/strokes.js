/**
 * The strokes on shared screens: what everybody draws, and what is drawn here before the server has passed it on. Points are parts of the picture.
 *
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { Send } from '../session/session.js'
 * @typedef {{id: string, by: string, color: string, points: number[], ended: boolean, at: number, goneAt: number | null}} Stroke
 */

export const EDGE = 65_535;
/** Numbers of one message. */
const MOST = 64;
const EVERY = 40;
const FADES = 500;

export class Strokes extends EventTarget {
  /** @type {Map<string, Map<string, Stroke>>} */
  #byShare = new Map();
  /** What is drawn here: the server's echo of it adds nothing. @type {Set<string>} */
  #own = new Set();
  /** @type {{share: string, stroke: Stroke, sent: number} | null} */
  #drawing = null;
  /** @type {number | undefined} */
  #timer;
  #send;

  /** @param {Send} send */
  constructor(send) {
    super();
    this.#send = send;
  }

  /** In the order of drawing; what is gone fades for a moment. @param {string} share @returns {Stroke[]} */
  on(share) {
    const now = performance.now();
    const strokes = this.#byShare.get(share);
    for (const stroke of strokes?.values() ?? []) if (stroke.goneAt !== null && now - stroke.goneAt > FADES) strokes?.delete(stroke.id);
    return [...(strokes?.values() ?? [])];
  }

  /** How much of a stroke is seen. @param {Stroke} stroke */
  opacity({ goneAt }) {
    return goneAt === null ? 1 : Math.max(0, 1 - (performance.now() - goneAt) / FADES);
  }

  /** @param {ServerMessage} message */
  heard(message) {
    switch (message.type) {
      case 'ink-drawn':
        this.#drawn(message);
        break;
      case 'ink-gone':
        this.#gone(message.share, message.strokes);
        break;
      case 'welcome':
        // a catch-up tells all of it again
        this.#byShare.clear();
        this.#changed();
        break;
      case 'failed':
        if (message.about === 'ink-draw' && this.#drawing) this.#drop();
        break;
      default:
    }
  }

  /** @param {string} share */
  forget(share) {
    this.#byShare.delete(share);
    this.#changed();
  }

  /** @param {string} share @param {string} by @param {string} color @param {number} x @param {number} y parts of the picture, 0 to 1 */
  begin(share, by, color, x, y) {
    const stroke = { id: crypto.randomUUID(), by, color, points: [], ended: false, at: performance.now(), goneAt: null };
    this.#own.add(stroke.id);
    this.#of(share).set(stroke.id, stroke);
    this.#drawing = { share, stroke, sent: 0 };
    this.goOn(x, y);
  }

  /** @param {number} x @param {number} y */
  goOn(x, y) {
    if (!this.#drawing) return;
    const { points } = this.#drawing.stroke;
    const next = [part(x), part(y)];
    if (points.length >= 2 && points[points.length - 2] === next[0] && points[points.length - 1] === next[1]) return;
    points.push(...next);
    this.#drawing.stroke.at = performance.now();
    this.#timer ??= window.setTimeout(() => this.#tell(false), EVERY);
    this.#changed();
  }

  end() {
    if (!this.#drawing) return;
    this.#tell(true);
    this.#drawing.stroke.ended = true;
    this.#drawing = null;
    this.#changed();
  }

  /** @param {boolean} ended */
  #tell(ended) {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    const drawing = this.#drawing;
    if (!drawing) return;
    const { share, stroke } = drawing;
    do {
      const points = stroke.points.slice(drawing.sent, drawing.sent + MOST);
      drawing.sent += points.length;
      const last = drawing.sent >= stroke.points.length;
      this.#send({ type: 'ink-draw', share, stroke: stroke.id, color: stroke.color, points, ended: ended && last });
    } while (drawing.sent < stroke.points.length);
  }

  /** The server does not take it. */
  #drop() {
    const drawing = this.#drawing;
    this.#drawing = null;
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    if (drawing) this.#gone(drawing.share, [drawing.stroke.id]);
  }

  /** @param {Extract<ServerMessage, {type: 'ink-drawn'}>} message */
  #drawn({ share, by, stroke: id, color, points, ended }) {
    const strokes = this.#of(share);
    const known = strokes.get(id);
    if (known && this.#own.has(id)) return;
    const stroke = known ?? { id, by, color: /^#[0-9a-f]{6}$/.test(color) ? color : '#e02f2f', points: [], ended, at: 0, goneAt: null };
    stroke.points.push(...points);
    stroke.ended = ended;
    stroke.at = performance.now();
    strokes.set(id, stroke);
    this.#changed();
  }

  /** @param {string} share @param {readonly string[]} ids */
  #gone(share, ids) {
    for (const id of ids) {
      const stroke = this.#byShare.get(share)?.get(id);
      if (stroke) stroke.goneAt = performance.now();
      this.#own.delete(id);
    }
    this.#changed();
  }

  /** @param {string} share */
  #of(share) {
    const strokes = this.#byShare.get(share) ?? new Map();
    this.#byShare.set(share, strokes);
    return strokes;
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

/** @param {number} value */
function part(value) {
  return Math.max(0, Math.min(EDGE, Math.round(value * EDGE)));
}
