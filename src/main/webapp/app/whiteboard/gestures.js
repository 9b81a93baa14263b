/**
 * Fingers, pens and mice on the canvas: one draws with the tool, two fingers move and zoom the page, a wheel does so too. Once a pen has been seen, fingers only move:
 * the hand that rests on the screen draws nothing.
 *
 * @import { Tool, Touch } from './drawing-tools.js'
 * @import { Desk } from './desk.js'
 * @typedef {{x: number, y: number}} At
 * @typedef {object} GestureParts
 * @property {Desk} desk
 * @property {() => Tool} tool
 * @property {(touches: readonly Touch[], pressed: boolean) => void} onPoint told where the pointer has been
 * @property {() => void} onAway
 * @property {() => void} onStart before a tool is used
 */

export class Gestures {
  /** Where fingers are. @type {Map<number, At>} */
  #fingers = new Map();
  /** The pointer that uses the tool. @type {number | null} */
  #drawing = null;
  /** @type {Tool | null} */
  #tool = null;
  #pen = false;
  #panning = false;
  #parts;
  #canvas;

  /** @param {GestureParts} parts */
  constructor(parts) {
    this.#parts = parts;
    const { canvas } = parts.desk.surface;
    this.#canvas = canvas;
    canvas.addEventListener('pointerdown', (event) => this.#down(event));
    canvas.addEventListener('pointermove', (event) => this.#move(event));
    canvas.addEventListener('pointerup', (event) => this.#up(event));
    canvas.addEventListener('pointercancel', (event) => this.#cancel(event));
    canvas.addEventListener('pointerleave', () => this.#drawing === null && parts.onAway());
    canvas.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
  }

  /** Whether a tool is in use. */
  get busy() {
    return this.#drawing !== null;
  }

  /** Ends what is being drawn without a trace. */
  abandon() {
    this.#tool?.cancel();
    this.#tool = null;
    this.#drawing = null;
    this.#parts.desk.surface.ask();
  }

  /** @param {PointerEvent} event */
  #down(event) {
    event.preventDefault();
    this.#canvas.focus({ preventScroll: true });
    this.#canvas.setPointerCapture(event.pointerId);
    if (event.pointerType === 'pen') this.#pen = true;
    const finger = event.pointerType === 'touch';
    this.#fingers.set(event.pointerId, at(event));
    if (this.#fingers.size > 1) {
      this.abandon();
      return;
    }
    this.#panning = event.button === 1 || event.button === 2 || (finger && this.#pen);
    if (this.#panning) return;
    this.#parts.onStart();
    this.#drawing = event.pointerId;
    this.#tool = this.#parts.tool();
    this.#tool.down(this.#touch(event));
    this.#parts.onPoint([this.#touch(event)], true);
    this.#parts.desk.surface.ask();
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const before = this.#fingers.get(event.pointerId);
    if (before && (this.#fingers.size > 1 || this.#panning)) {
      this.#travel(event, before);
      return;
    }
    const coalesced = this.#drawing === event.pointerId ? (event.getCoalescedEvents?.() ?? []) : [];
    const touches = (coalesced.length > 0 ? coalesced : [event]).map((one) => this.#touch(one));
    this.#parts.onPoint(touches, this.#drawing === event.pointerId);
    if (before) this.#fingers.set(event.pointerId, at(event));
    if (this.#drawing !== event.pointerId) return;
    this.#tool?.move(touches);
    this.#parts.desk.surface.ask();
  }

  /** Two fingers: what was under them stays under them. @param {PointerEvent} event @param {At} before */
  #travel(event, before) {
    const { viewport } = this.#parts.desk;
    const now = at(event);
    this.#fingers.set(event.pointerId, now);
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    if (!other) {
      viewport.pan(before.x - now.x, before.y - now.y);
      return;
    }
    viewport.pan((before.x - now.x) / 2, (before.y - now.y) / 2);
    const far = (/** @type {At} */ one) => Math.hypot(one.x - other.x, one.y - other.y) || 1;
    viewport.zoomBy(far(now) / far(before), (now.x + other.x) / 2, (now.y + other.y) / 2);
  }

  /** @param {PointerEvent} event */
  #up(event) {
    this.#fingers.delete(event.pointerId);
    if (this.#fingers.size === 0) this.#panning = false;
    if (this.#drawing !== event.pointerId) return;
    const tool = this.#tool;
    this.#drawing = null;
    this.#tool = null;
    tool?.up();
    this.#parts.onPoint([this.#touch(event)], false);
    this.#parts.desk.surface.ask();
  }

  /** @param {PointerEvent} event */
  #cancel(event) {
    this.#fingers.delete(event.pointerId);
    if (this.#drawing === event.pointerId) this.abandon();
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    event.preventDefault();
    const { viewport } = this.#parts.desk;
    const step = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
    if (event.ctrlKey || event.metaKey) viewport.zoomBy(Math.exp((-event.deltaY * step) / 200), event.offsetX, event.offsetY);
    else if (event.shiftKey) viewport.pan(event.deltaY * step, 0);
    else viewport.pan(event.deltaX * step, event.deltaY * step);
  }

  /** @param {PointerEvent} event @returns {Touch} */
  #touch(event) {
    const { viewport } = this.#parts.desk;
    const { left, top } = this.#canvas.getBoundingClientRect();
    const pressure = event.pointerType === 'pen' && event.pressure > 0 ? event.pressure : 0.5;
    return { point: viewport.unit(event.clientX - left, event.clientY - top), pressure, shift: event.shiftKey, pixel: 1 / viewport.zoom };
  }
}

/** @param {PointerEvent} event @returns {At} in CSS pixels from the corner of the canvas */
function at(event) {
  return { x: event.offsetX, y: event.offsetY };
}
