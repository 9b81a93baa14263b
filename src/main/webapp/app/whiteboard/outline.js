/**
 * The outline of a stroke whose width follows the pressure: the left side there, a round end, the right side back. Pure.
 *
 * @import { InkPoint } from './codec.js'
 * @import { Point } from './geometry.js'
 */

/** How far the width follows the pressure. */
const THINNING = 0.6;

/**
 * Draws the line after the pointer a little, so that a shaking hand and coarse points become a smooth stroke.
 *
 * @param {readonly InkPoint[]} points as they come from the pointer
 * @param {number} [strength] 0 to 1
 * @returns {InkPoint[]}
 */
export function smoothed(points, strength = 0.45) {
  /** @type {InkPoint[]} */
  const result = [];
  for (const [i, point] of points.entries()) {
    const last = result.at(-1);
    if (!last || i === points.length - 1) {
      result.push(point);
      continue;
    }
    const part = 1 - strength;
    result.push([last[0] + (point[0] - last[0]) * part, last[1] + (point[1] - last[1]) * part, last[2] + (point[2] - last[2]) * part]);
  }
  return result;
}

/**
 * Leaves out points that say nothing: those nearer than a distance to the line between their neighbours (Ramer, Douglas, Peucker).
 *
 * @param {readonly InkPoint[]} points
 * @param {number} tolerance in units
 * @returns {InkPoint[]}
 */
export function simplified(points, tolerance) {
  if (points.length < 3) return [...points];
  const kept = new Uint8Array(points.length);
  kept[0] = kept[points.length - 1] = 1;
  const open = [[0, points.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last] = span;
    const [ax, ay, ap] = points[first];
    const [bx, by, bp] = points[last];
    const length = Math.hypot(bx - ax, by - ay) || 1e-9;
    let [most, at] = [tolerance, -1];
    for (let i = first + 1; i < last; i++) {
      const [x, y, p] = points[i];
      const along = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / (length * length)));
      const off = Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)) + Math.abs(p - ap - along * (bp - ap)) * tolerance * 4;
      if (off > most) [most, at] = [off, i];
    }
    if (at < 0) continue;
    kept[at] = 1;
    open.push([first, at], [at, last]);
  }
  return points.filter((_, i) => kept[i] === 1);
}

/** @param {number} width @param {number} pressure */
function radius(width, pressure) {
  return (width / 2) * (1 - THINNING + THINNING * 2 * pressure);
}

/**
 * @param {readonly InkPoint[]} points
 * @param {number} width of a stroke with the pressure 0.5
 * @returns {Point[]} a polygon; a circle for a single point
 */
export function outline(points, width) {
  const [first] = points;
  if (points.length < 2) return circle(first[0], first[1], radius(width, first[2]));
  /** @type {Point[]} */
  const left = [];
  /** @type {Point[]} */
  const right = [];
  for (let i = 0; i < points.length; i++) {
    const [x, y, pressure] = points[i];
    const before = points[Math.max(0, i - 1)];
    const after = points[Math.min(points.length - 1, i + 1)];
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]];
    const length = Math.hypot(dx, dy) || 1;
    const r = radius(width, pressure);
    const [nx, ny] = [(-dy / length) * r, (dx / length) * r];
    left.push({ x: x + nx, y: y + ny });
    right.push({ x: x - nx, y: y - ny });
  }
  const [lx, ly, lp] = points[points.length - 1];
  const end = cap(left[left.length - 1], { x: lx, y: ly }, radius(width, lp));
  const start = cap(right[0], { x: first[0], y: first[1] }, radius(width, first[2]));
  return [...left, ...end, ...right.reverse(), ...start];
}

/** Half a circle, from a point on it to the one opposite. @param {Point} from @param {Point} centre @param {number} r @returns {Point[]} */
function cap(from, centre, r) {
  const angle = Math.atan2(from.y - centre.y, from.x - centre.x);
  return Array.from({ length: 5 }, (_, i) => ({ x: centre.x + Math.cos(angle - ((i + 1) * Math.PI) / 6) * r, y: centre.y + Math.sin(angle - ((i + 1) * Math.PI) / 6) * r }));
}

/** @param {number} x @param {number} y @param {number} r @returns {Point[]} */
function circle(x, y, r) {
  return Array.from({ length: 12 }, (_, i) => ({ x: x + Math.cos((i * Math.PI) / 6) * r, y: y + Math.sin((i * Math.PI) / 6) * r }));
}
