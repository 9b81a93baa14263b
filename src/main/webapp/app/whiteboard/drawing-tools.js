import { NOWHERE } from './codec.js';
import { boxAround, boxOf, grown, hits } from './geometry.js';
import { deleted, newId, whole } from './history.js';
import { simplified, smoothed } from './outline.js';
import { measure, paint } from './paint.js';

/**
 * Tools that draw: each is told of the pointer and paints what is not on the board yet.
 *
 * @import { BoardHand } from '../protocol/whiteboard.js'
 * @import { Body, InkPoint, Place } from './codec.js'
 * @import { Point } from './geometry.js'
 * @import { Desk } from './desk.js'
 * @typedef {{point: Point, pressure: number, shift: boolean, pixel: number}} Touch where the pointer is, in units; `pixel` is the size of one
 * @typedef {object} Tool
 * @property {string} cursor
 * @property {BoardHand} hand what others see of it while it is used
 * @property {(touch: Touch) => void} down
 * @property {(touches: readonly Touch[]) => void} move
 * @property {() => void} up
 * @property {() => void} cancel
 * @property {(context: CanvasRenderingContext2D, pixel: number) => void} [paintOver]
 * @property {(touch: Touch) => void} [hover]
 */

/** Points after which a stroke goes on as a second one: a body has an end. */
const MOST_POINTS = 2500;

/** @param {Desk} desk @param {Partial<Place>} place @returns {Place} */
function styled(desk, place) {
  const { color, width, filled } = desk.style;
  return { ...NOWHERE, color, width, filled, z: desk.scene.top(desk.page), ...place };
}

/** @param {Desk} desk @param {Body} body @param {Place} place @param {CanvasRenderingContext2D} context @param {number} pixel */
function paintNew(desk, body, place, context, pixel) {
  const box = boxOf(body, place, measure);
  paint(context, { id: '', page: desk.page, by: '', body, place, box, paints: box }, desk.pictureOf, pixel);
}

/** @param {Desk} desk @param {'pen' | 'marker'} kind @returns {Tool} */
export function inkTool(desk, kind) {
  /** @type {InkPoint[]} */
  let points = [];
  const body = (/** @type {readonly InkPoint[]} */ drawn) => {
    const corner = boxAround(drawn.map(([x, y]) => ({ x, y })));
    return { body: /** @type {Body} */ ({ kind, points: drawn.map(([x, y, p]) => /** @type {InkPoint} */ ([x - corner.x, y - corner.y, p])) }), place: styled(desk, { x: corner.x, y: corner.y }) };
  };
  const keep = (/** @type {number} */ pixel) => {
    if (points.length === 0) return;
    const smooth = simplified(smoothed(points), pixel * 0.35);
    const { body: drawn, place } = body(smooth);
    points = [];
    desk.history.do([whole(newId(), desk.page, drawn, place)]);
  };
  let lastPixel = 1;
  const add = (/** @type {Touch} */ { point, pressure, pixel }) => {
    lastPixel = pixel;
    const last = points[points.length - 1];
    if (last && Math.hypot(point.x - last[0], point.y - last[1]) < pixel * 0.7) return;
    points.push([point.x, point.y, pressure]);
    if (points.length < MOST_POINTS) return;
    keep(pixel);
    points.push([point.x, point.y, pressure]);
  };
  return {
    cursor: 'crosshair',
    hand: 'draws',
    down: (touch) => {
      points = [];
      add(touch);
    },
    move: (touches) => touches.forEach(add),
    up: () => keep(lastPixel),
    cancel: () => void (points = []),
    paintOver: (context, pixel) => {
      if (points.length === 0) return;
      const drawn = body(smoothed(points));
      paintNew(desk, drawn.body, drawn.place, context, pixel);
    },
  };
}

/** Takes away what the pointer touches, all of it with one undo. @param {Desk} desk @returns {Tool} */
export function eraser(desk) {
  /** @type {Set<string>} */
  let gone = new Set();
  /** @type {Point | null} */
  let last = null;
  const wipe = (/** @type {Touch} */ { point, pixel }) => {
    const reach = 8 * pixel;
    const from = last ?? point;
    const steps = Math.max(1, Math.ceil(Math.hypot(point.x - from.x, point.y - from.y) / reach));
    for (let i = 1; i <= steps; i++) {
      const at = { x: from.x + ((point.x - from.x) * i) / steps, y: from.y + ((point.y - from.y) * i) / steps };
      for (const { id, body, place, box } of desk.scene.in(desk.page, grown({ ...at, width: 0, height: 0 }, reach))) {
        if (!gone.has(id) && hits(body, place, box, at, reach)) gone.add(id);
      }
    }
    last = point;
  };
  const lift = () => desk.surface.lift([...gone].map((id) => desk.scene.get(id)).filter((one) => one !== undefined));
  return {
    cursor: 'cell',
    hand: 'points',
    down: (touch) => {
      gone = new Set();
      last = null;
      wipe(touch);
      lift();
    },
    move: (touches) => {
      touches.forEach(wipe);
      lift();
    },
    up: () => {
      const steps = [...gone].map((id) => deleted(id, desk.page));
      gone = new Set();
      desk.history.do(steps);
      desk.surface.lift([]);
    },
    cancel: () => {
      gone = new Set();
      desk.surface.lift([]);
    },
  };
}

/**
 * Something between two corners: a shape, a line, an arrow, a note. A mere click makes one of a useful size.
 *
 * @param {Desk} desk
 * @param {(from: Point, to: Point, shift: boolean) => {body: Body, place: Partial<Place>}} make
 * @param {(id: string) => void} [then]
 * @returns {Tool}
 */
export function spanTool(desk, make, then) {
  /** @type {Point | null} */
  let from = null;
  /** @type {Point | null} */
  let to = null;
  let shift = false;
  const now = () => {
    if (!from || !to) return null;
    const { body, place } = make(from, to, shift);
    return { body, place: styled(desk, place) };
  };
  return {
    cursor: 'crosshair',
    hand: 'draws',
    down: ({ point }) => {
      from = to = point;
    },
    move: (touches) => {
      to = touches[touches.length - 1].point;
      shift = touches[touches.length - 1].shift;
    },
    up: () => {
      const made = now();
      from = to = null;
      if (!made) return;
      const id = newId();
      desk.history.do([whole(id, desk.page, made.body, made.place)]);
      then?.(id);
    },
    cancel: () => void (from = to = null),
    paintOver: (context, pixel) => {
      const made = now();
      if (made) paintNew(desk, made.body, made.place, context, pixel);
    },
  };
}

/** @param {'rect' | 'ellipse' | 'diamond' | 'triangle'} kind @returns {(from: Point, to: Point, shift: boolean) => {body: Body, place: Partial<Place>}} */
export function shapeBetween(kind) {
  return (from, to, shift) => {
    const click = Math.hypot(to.x - from.x, to.y - from.y) < 4;
    const end = click ? { x: from.x + 160, y: from.y + 110 } : to;
    const box = boxAround([from, end]);
    const side = Math.max(box.width, box.height);
    const [width, height] = shift ? [side, side] : [Math.max(4, box.width), Math.max(4, box.height)];
    return { body: { kind, width, height, text: '' }, place: { x: end.x < from.x ? from.x - width : from.x, y: end.y < from.y ? from.y - height : from.y } };
  };
}

/** With Shift in steps of 45 degrees. @param {'line' | 'arrow'} kind @returns {(from: Point, to: Point, shift: boolean) => {body: Body, place: Partial<Place>}} */
export function lineBetween(kind) {
  return (from, to, shift) => {
    let [width, height] = [to.x - from.x, to.y - from.y];
    if (Math.hypot(width, height) < 4) [width, height] = [160, 0];
    if (shift) {
      const angle = Math.round(Math.atan2(height, width) / (Math.PI / 4)) * (Math.PI / 4);
      const length = Math.hypot(width, height);
      [width, height] = [Math.cos(angle) * length, Math.sin(angle) * length];
    }
    return { body: { kind, width, height }, place: { x: from.x, y: from.y } };
  };
}

/** @param {string} color @returns {(from: Point, to: Point) => {body: Body, place: Partial<Place>}} */
export function noteBetween(color) {
  return (from, to) => {
    const box = boxAround([from, to]);
    const side = Math.max(box.width, box.height) < 40 ? 180 : Math.max(box.width, box.height, 60);
    return { body: { kind: 'note', width: side, height: side, text: '' }, place: { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), color } };
  };
}

/** Moves the page under the hand. @param {Desk} desk @returns {Tool} */
export function handTool(desk) {
  /** @type {Point | null} */
  let held = null;
  return {
    cursor: 'grab',
    hand: 'points',
    down: ({ point }) => void (held = point),
    move: (touches) => {
      const { point } = touches[touches.length - 1];
      if (held) desk.viewport.pan((held.x - point.x) * desk.viewport.zoom, (held.y - point.y) * desk.viewport.zoom);
    },
    up: () => void (held = null),
    cancel: () => void (held = null),
  };
}

/** Points, and leaves a trail that fades; nothing stays. @returns {Tool} */
export function laserTool() {
  return { cursor: 'crosshair', hand: 'shines', down: () => undefined, move: () => undefined, up: () => undefined, cancel: () => undefined };
}
