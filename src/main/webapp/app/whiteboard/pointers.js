import { h, set, text } from '../ui/dom.js';
import { hue } from '../ui/initials.js';
import { thinned } from './trail.js';

/**
 * Where the others point: a named arrow each, which fades when it rests, and the trails of what they draw at the moment and of laser pointers. Sends one's own
 * place too, some times a second, and nothing while one is alone.
 *
 * @import { BoardHand, BoardPointer } from '../protocol/whiteboard.js'
 * @import { Touch } from './drawing-tools.js'
 * @import { Desk } from './desk.js'
 * @import { Point } from './geometry.js'
 * @import { Send } from '../session/session.js'
 * @typedef {{at: number, point: Point}} Trace
 * @typedef {{element: HTMLElement, name: HTMLElement, page: number, point: Point, hand: BoardHand, at: number, trail: Trace[]}} Known
 */

const EVERY = 50;
/** Numbers of one message. */
const MOST = 32;
const FADES_AFTER = 4000;
const GONE_AFTER = 30_000;
const SHINES = 900;
const DRAWN = 2500;

export class Pointers {
  element = h('div', { class: 'board-pointers', 'aria-hidden': 'true' });
  /** @type {Map<string, Known>} */
  #known = new Map();
  /** @type {number[]} */
  #own = [];
  /** @type {Trace[]} */
  #ownTrail = [];
  #page = 1;
  /** @type {BoardHand} */
  #hand = 'points';
  /** @type {number | undefined} */
  #timer;
  /** @type {number | undefined} */
  #fading;
  #parts;

  /** @param {{desk: Desk, send: Send, nameOf: (id: string) => string, alone: () => boolean}} parts */
  constructor(parts) {
    this.#parts = parts;
    parts.desk.viewport.addEventListener('change', () => this.#place());
    parts.desk.addEventListener('page', () => this.#place());
  }

  /** Of somebody who is seen. @param {string} id @returns {{page: number, point: Point} | undefined} */
  of(id) {
    return this.#known.get(id);
  }

  /** @param {readonly BoardPointer[]} pointers @param {string} self */
  told(pointers, self) {
    const now = performance.now();
    for (const { participant, page, hand, points } of pointers) {
      if (participant === self) continue;
      if (hand === 'away') this.left(participant);
      else this.#moved(participant, page, hand, points, now);
    }
    this.#place();
    this.#fade();
  }

  /** @param {string} participant */
  left(participant) {
    this.#known.get(participant)?.element.remove();
    this.#known.delete(participant);
  }

  /** Removes the trail of a stroke that is on the board. @param {string} participant */
  drew(participant) {
    const known = this.#known.get(participant);
    if (known && known.hand !== 'shines') known.trail = [];
  }

  /** One's own pointer. @param {readonly Touch[]} touches @param {BoardHand} hand */
  moved(touches, hand) {
    const { desk, alone } = this.#parts;
    const now = performance.now();
    if (hand === 'shines') {
      this.#ownTrail.push(...touches.map(({ point }) => ({ at: now, point })));
      this.#fade();
    }
    if (alone()) return;
    if (this.#page !== desk.page || this.#hand !== hand) this.#tell();
    this.#page = desk.page;
    this.#hand = hand;
    for (const { point } of hand === 'points' ? touches.slice(-1) : touches) this.#own.push(Math.round(point.x * 10), Math.round(point.y * 10));
    if (hand === 'points') this.#own = this.#own.slice(-2);
    this.#timer ??= window.setTimeout(() => this.#tell(), EVERY);
  }

  away() {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#own = [];
    if (!this.#parts.alone()) this.#parts.send({ type: 'board-point', page: this.#parts.desk.page, hand: 'away', points: [] });
  }

  #tell() {
    window.clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#own.length === 0) return;
    const points = thinned(this.#own, MOST);
    this.#own = [];
    this.#parts.send({ type: 'board-point', page: this.#page, hand: this.#hand, points });
  }

  /** @param {CanvasRenderingContext2D} context @param {number} pixel */
  paint(context, pixel) {
    const now = performance.now();
    const { page } = this.#parts.desk;
    this.#ownTrail = this.#ownTrail.filter(({ at }) => now - at < SHINES);
    paintTrail(context, this.#ownTrail, '#e02f2f', pixel, now, SHINES);
    for (const [id, known] of this.#known) {
      const lasts = known.hand === 'shines' ? SHINES : DRAWN;
      known.trail = known.trail.filter(({ at }) => now - at < lasts);
      if (known.page === page) paintTrail(context, known.trail, known.hand === 'shines' ? '#e02f2f' : colorOf(this.#parts.nameOf(id)), pixel, now, lasts);
    }
  }

  /** @param {string} participant @param {number} page @param {BoardHand} hand @param {readonly number[]} points @param {number} now */
  #moved(participant, page, hand, points, now) {
    if (points.length < 2) return;
    const known = this.#known.get(participant) ?? this.#make(participant);
    this.#known.set(participant, known);
    if (known.page !== page || known.hand !== hand) known.trail = [];
    const trace = [];
    for (let i = 0; i + 1 < points.length; i += 2) trace.push({ at: now, point: { x: points[i] / 10, y: points[i + 1] / 10 } });
    if (hand !== 'points') known.trail.push(...trace);
    Object.assign(known, { page, hand, at: now, point: trace[trace.length - 1].point });
    text(known.name, this.#parts.nameOf(participant));
  }

  /** @param {string} participant @returns {Known} */
  #make(participant) {
    const name = h('span', { class: 'board-pointer-name', dir: 'auto' });
    const element = h('div', { class: 'board-pointer' }, h('span', { class: 'board-pointer-arrow' }), name);
    element.style.setProperty('--pointer', colorOf(this.#parts.nameOf(participant)));
    this.element.append(element);
    return { element, name, page: 0, point: { x: 0, y: 0 }, hand: 'points', at: 0, trail: [] };
  }

  #place() {
    const { viewport, page } = this.#parts.desk;
    for (const known of this.#known.values()) {
      const { x, y } = viewport.pixel(known.point);
      const seen = known.page === page && x > -20 && y > -20 && x < viewport.width + 20 && y < viewport.height + 20;
      set(known.element, 'hidden', !seen);
      if (seen) known.element.style.setProperty('transform', `translate(${Math.round(x)}px, ${Math.round(y)}px)`);
    }
  }

  /** Lets what rests become faint, and trails go. */
  #fade() {
    this.#parts.desk.surface.ask();
    window.clearTimeout(this.#fading);
    const now = performance.now();
    for (const [id, known] of this.#known) {
      set(known.element, 'data-idle', now - known.at > FADES_AFTER);
      if (now - known.at > GONE_AFTER) this.left(id);
    }
    const trails = this.#ownTrail.length > 0 || [...this.#known.values()].some(({ trail }) => trail.length > 0);
    if (trails) this.#fading = window.setTimeout(() => this.#fade(), 33);
    else if (this.#known.size > 0) this.#fading = window.setTimeout(() => this.#fade(), 1000);
  }

  close() {
    window.clearTimeout(this.#timer);
    window.clearTimeout(this.#fading);
    this.#timer = undefined;
  }
}

/** A person's colour, always the same. @param {string} name */
function colorOf(name) {
  return `hsl(${hue(name)} 70% 38%)`;
}

/** @param {CanvasRenderingContext2D} context @param {readonly Trace[]} trail @param {string} color @param {number} pixel @param {number} now @param {number} lasts */
function paintTrail(context, trail, color, pixel, now, lasts) {
  context.strokeStyle = color;
  context.lineWidth = 4 * pixel;
  context.lineCap = 'round';
  for (let i = 1; i < trail.length; i++) {
    context.globalAlpha = Math.max(0, 1 - (now - trail[i].at) / lasts);
    context.beginPath();
    context.moveTo(trail[i - 1].point.x, trail[i - 1].point.y);
    context.lineTo(trail[i].point.x, trail[i].point.y);
    context.stroke();
  }
  context.globalAlpha = 1;
}
