/**
 * How elements are written in what the server stores: a body, which says what it is, and a place, which says where it lies and how it looks. Whatever
 * cannot be read, or is larger than anything that this code writes, is no element. Pure.
 *
 * @typedef {readonly [number, number, number]} InkPoint x and y in units from the element's corner, and the pressure from 0 to 1
 * @typedef {'rect' | 'ellipse' | 'diamond' | 'triangle'} ShapeKind
 * @typedef {{kind: 'pen' | 'marker', points: readonly InkPoint[]}} Ink
 * @typedef {{kind: ShapeKind, width: number, height: number, text: string}} Shape
 * @typedef {{kind: 'line' | 'arrow', width: number, height: number}} Line from the corner; both may be negative
 * @typedef {{kind: 'text', text: string, size: number}} Words
 * @typedef {{kind: 'note', text: string, width: number, height: number}} Note
 * @typedef {{kind: 'picture', id: string, width: number, height: number, text: string}} Picture `text` says what is to be seen
 * @typedef {{kind: 'page', text: string, paper: Paper}} Page
 * @typedef {Ink | Shape | Line | Words | Note | Picture | Page} Body
 * @typedef {'plain' | 'grid' | 'dots' | 'lines'} Paper
 * @typedef {object} Place
 * @property {number} x of the corner, in units
 * @property {number} y
 * @property {number} scale
 * @property {number} z order: higher ones lie above
 * @property {string} color
 * @property {number} width of the line, in units
 * @property {boolean} filled
 * @property {string} group empty: none
 */

export const PAPERS = /** @type {readonly Paper[]} */ (['plain', 'grid', 'dots', 'lines']);
export const LONGEST_TEXT = 4000;
const COLOR = /^#[0-9a-f]{6}$/;
const ID = /^[A-Za-z0-9_-]{8,36}$/;
const FAR = 1e7;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** By character code; -1 for what is none. */
const VALUES = new Int8Array(128).fill(-1);
[...DIGITS].forEach((digit, value) => (VALUES[digit.charCodeAt(0)] = value));

/** @type {Readonly<Place>} */
export const NOWHERE = Object.freeze({ x: 0, y: 0, scale: 1, z: 0, color: '#1d2b28', width: 4, filled: false, group: '' });

/** @param {Place} place */
export function writePlace({ x, y, scale, z, color, width, filled, group }) {
  return JSON.stringify([tenth(x), tenth(y), Math.round(scale * 1000) / 1000, z, color, width, filled ? 1 : 0, ...(group ? [group] : [])]);
}

/** @param {string | null} text @returns {Place} */
export function readPlace(text) {
  if (!text) return NOWHERE;
  const list = parsed(text);
  if (!Array.isArray(list)) return NOWHERE;
  const [x, y, scale, z, color, width, filled, group] = list;
  return {
    x: number(x, -FAR, FAR, 0),
    y: number(y, -FAR, FAR, 0),
    scale: number(scale, 0.01, 100, 1),
    z: number(z, -1e12, 1e12, 0),
    color: COLOR.test(color) ? color : NOWHERE.color,
    width: number(width, 0.5, 100, NOWHERE.width),
    filled: filled === 1,
    group: ID.test(group ?? '') ? group : '',
  };
}

/** @param {Body} body */
export function writeBody(body) {
  switch (body.kind) {
    case 'pen':
    case 'marker':
      return JSON.stringify([body.kind, writePoints(body.points)]);
    case 'line':
    case 'arrow':
      return JSON.stringify([body.kind, tenth(body.width), tenth(body.height)]);
    case 'text':
      return JSON.stringify([body.kind, body.size, body.text]);
    case 'page':
      return JSON.stringify([body.kind, body.paper, body.text]);
    case 'picture':
      return JSON.stringify([body.kind, tenth(body.width), tenth(body.height), body.text, body.id]);
    default:
      return JSON.stringify([body.kind, tenth(body.width), tenth(body.height), body.text]);
  }
}

/** @param {string} text @returns {Body | null} */
export function readBody(text) {
  const list = parsed(text);
  if (!Array.isArray(list)) return null;
  const [kind, one, two, three, four] = list;
  switch (kind) {
    case 'pen':
    case 'marker': {
      const points = readPoints(one);
      return points.length > 0 ? { kind, points } : null;
    }
    case 'line':
    case 'arrow':
      return { kind, width: number(one, -FAR, FAR, 0), height: number(two, -FAR, FAR, 0) };
    case 'text':
      return { kind, size: number(one, 4, 400, 24), text: words(two) };
    case 'page':
      return { kind, paper: PAPERS.find((paper) => paper === one) ?? 'plain', text: words(two) };
    case 'picture':
      return { kind, width: number(one, 1, FAR, 100), height: number(two, 1, FAR, 100), text: words(three), id: words(four) };
    case 'rect':
    case 'ellipse':
    case 'diamond':
    case 'triangle':
    case 'note':
      return { kind, width: number(one, 1, FAR, 100), height: number(two, 1, FAR, 100), text: words(three) };
    default:
      return null;
  }
}

/**
 * Each point is its distance from the one before, in tenths of a unit, and the pressure in 64 steps: three to five letters.
 *
 * @param {readonly InkPoint[]} points
 */
export function writePoints(points) {
  let [x, y] = [0, 0];
  let text = '';
  for (const [px, py, pressure] of points) {
    const [nextX, nextY] = [Math.round(px * 10), Math.round(py * 10)];
    text += writeNumber(nextX - x) + writeNumber(nextY - y) + DIGITS[Math.max(0, Math.min(63, Math.round(pressure * 63)))];
    [x, y] = [nextX, nextY];
  }
  return text;
}

/** @param {unknown} text @returns {InkPoint[]} */
export function readPoints(text) {
  if (typeof text !== 'string') return [];
  /** @type {InkPoint[]} */
  const points = [];
  let [at, x, y] = [0, 0, 0];
  const next = () => {
    let [value, shift] = [0, 1];
    for (;;) {
      const digit = VALUES[text.charCodeAt(at++)] ?? -1;
      if (digit < 0 || shift > 1e9) return NaN;
      value += (digit & 31) * shift;
      shift *= 32;
      if (!(digit & 32)) break;
    }
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  };
  while (at < text.length) {
    x += next();
    y += next();
    const pressure = VALUES[text.charCodeAt(at++)] ?? -1;
    if (pressure < 0 || !Number.isFinite(x + y)) return [];
    points.push([x / 10, y / 10, pressure / 63]);
  }
  return points;
}

/** Five bits a letter, the sign in the lowest. @param {number} number */
function writeNumber(number) {
  let rest = number < 0 ? -2 * number - 1 : 2 * number;
  let text = '';
  do {
    const digit = rest % 32;
    rest = Math.floor(rest / 32);
    text += DIGITS[rest > 0 ? digit + 32 : digit];
  } while (rest > 0);
  return text;
}

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {unknown} value @param {number} least @param {number} most @param {number} otherwise */
function number(value, least, most, otherwise) {
  return typeof value === 'number' && value >= least && value <= most ? value : otherwise;
}

/** @param {unknown} value */
function words(value) {
  return typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : '';
}

/** @param {number} value */
function tenth(value) {
  return Math.round(value * 10) / 10;
}
