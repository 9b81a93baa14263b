/**
 * Boxes and lines on the board, in units. Pure.
 *
 * @import { Body, Place } from './codec.js'
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 * @typedef {{x: number, y: number}} Point
 */

/** Height of a line of text, as a part of its size. */
export const LINE_HEIGHT = 1.3;

/** The size of an element before its scale. @param {Body} body @param {(text: string, size: number) => {width: number, height: number}} measure @returns {Box} */
function bareBox(body, measure) {
  switch (body.kind) {
    case 'pen':
    case 'marker':
      return boxAround(body.points.map(([x, y]) => ({ x, y })));
    case 'line':
    case 'arrow':
      return boxAround([{ x: 0, y: 0 }, { x: body.width, y: body.height }]);
    case 'text':
      return { x: 0, y: 0, ...measure(body.text, body.size) };
    case 'page':
      return { x: 0, y: 0, width: 0, height: 0 };
    default:
      return { x: 0, y: 0, width: body.width, height: body.height };
  }
}

/**
 * The bounding box of an element, without the width of its line.
 *
 * @param {Body} body
 * @param {Place} place
 * @param {(text: string, size: number) => {width: number, height: number}} measure
 * @returns {Box}
 */
export function boxOf(body, place, measure) {
  const bare = bareBox(body, measure);
  const { x, y, scale } = place;
  return { x: x + bare.x * scale, y: y + bare.y * scale, width: bare.width * scale, height: bare.height * scale };
}

/** The painted box of an element: its bounding box and half of its line around it. @param {Box} box @param {Body} body @param {Place} place */
export function painted(box, body, place) {
  const line = body.kind === 'text' ? 2 : body.kind === 'marker' ? place.width * 3 : body.kind === 'arrow' ? place.width * 4 + 8 : place.width;
  return grown(box, line * Math.max(1, place.scale) + (body.kind === 'note' ? 12 : 2));
}

/** @param {readonly Point[]} points @returns {Box} */
export function boxAround(points) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return points.length === 0 ? { x: 0, y: 0, width: 0, height: 0 } : { x: left, y: top, width: right - left, height: bottom - top };
}

/** @param {readonly Box[]} boxes @returns {Box} */
export function union(boxes) {
  return boxAround(boxes.flatMap(({ x, y, width, height }) => [{ x, y }, { x: x + width, y: y + height }]));
}

/** @param {Box} box @param {number} by @returns {Box} */
export function grown({ x, y, width, height }, by) {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** @param {Box} a @param {Box} b */
export function touches(a, b) {
  return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}

/** Whether b lies in a. @param {Box} a @param {Box} b */
export function contains(a, b) {
  return a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height;
}

/** From a point to a piece of a line. @param {Point} p @param {Point} a @param {Point} b */
export function distance(p, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length));
  return Math.hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/**
 * Whether a point hits an element, and not only its box.
 *
 * @param {Body} body
 * @param {Place} place
 * @param {Box} box
 * @param {Point} point
 * @param {number} reach how far beside it still hits
 */
export function hits(body, place, box, point, reach) {
  const slack = reach + (place.width / 2) * place.scale;
  if (!touches(grown(box, slack), { ...point, width: 0, height: 0 })) return false;
  const at = (/** @type {number} */ x, /** @type {number} */ y) => ({ x: place.x + x * place.scale, y: place.y + y * place.scale });
  switch (body.kind) {
    case 'pen':
    case 'marker': {
      const wide = body.kind === 'marker' ? slack + place.width * 2 : slack;
      const { points } = body;
      if (points.length === 1) return distance(point, at(points[0][0], points[0][1]), at(points[0][0], points[0][1])) <= wide;
      return points.some(([x, y], i) => i > 0 && distance(point, at(points[i - 1][0], points[i - 1][1]), at(x, y)) <= wide);
    }
    case 'line':
    case 'arrow':
      return distance(point, at(0, 0), at(body.width, body.height)) <= slack;
    case 'rect':
    case 'ellipse':
    case 'diamond':
    case 'triangle': {
      if (place.filled || body.text) return true;
      const corners = outlineOf(body, box);
      return corners.some((corner, i) => distance(point, corner, corners[(i + 1) % corners.length]) <= slack);
    }
    default:
      return true;
  }
}

/** The corners of a shape; an ellipse has many. @param {{kind: string}} body @param {Box} box @returns {Point[]} */
export function outlineOf({ kind }, { x, y, width, height }) {
  const [cx, cy] = [x + width / 2, y + height / 2];
  switch (kind) {
    case 'ellipse':
      return Array.from({ length: 32 }, (_, i) => ({ x: cx + (Math.cos((i * Math.PI) / 16) * width) / 2, y: cy + (Math.sin((i * Math.PI) / 16) * height) / 2 }));
    case 'diamond':
      return [{ x: cx, y }, { x: x + width, y: cy }, { x: cx, y: y + height }, { x, y: cy }];
    case 'triangle':
      return [{ x: cx, y }, { x: x + width, y: y + height }, { x, y: y + height }];
    default:
      return [{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }];
  }
}

/** The two strokes of an arrow's head, at its end. @param {Point} from @param {Point} to @param {number} size @returns {[Point, Point, Point]} */
export function arrowHead(from, to, size) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const wing = (/** @type {number} */ turn) => ({ x: to.x - Math.cos(angle + turn) * size, y: to.y - Math.sin(angle + turn) * size });
  return [wing(0.45), to, wing(-0.45)];
}
