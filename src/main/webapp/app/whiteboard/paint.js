import { LINE_HEIGHT, arrowHead, outlineOf } from './geometry.js';
import { outline } from './outline.js';

/**
 * Paints elements: on the screen, and on the picture that the reader takes along.
 *
 * @import { Body, Ink } from './codec.js'
 * @import { Element, Measure } from './scene.js'
 * @typedef {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} Context
 * @typedef {(id: string) => CanvasImageSource | null} PictureOf
 */

export const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';
const PAD = 12;

/** Outlines of strokes of a width: worked out once. @type {WeakMap<Body, {width: number, path: Path2D}>} */
const paths = new WeakMap();
/** @type {Map<string, string[]>} */
const wrapped = new Map();
const probe = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));

/** @type {Measure} */
export function measure(text, size) {
  probe.font = `${size}px ${FONT}`;
  const lines = text.split('\n');
  return { width: Math.max(size / 2, ...lines.map((line) => probe.measureText(line).width)), height: lines.length * size * LINE_HEIGHT };
}

/** @param {Context} context @param {Element} element @param {PictureOf} pictureOf @param {number} pixel size of a pixel, in units */
export function paint(context, element, pictureOf, pixel) {
  const { body, place, box } = element;
  const small = Math.max(box.width, box.height) < pixel * 1.5;
  context.fillStyle = context.strokeStyle = place.color;
  if (small && body.kind !== 'text') {
    context.fillRect(box.x, box.y, Math.max(pixel, box.width), Math.max(pixel, box.height));
    return;
  }
  switch (body.kind) {
    case 'pen':
    case 'marker':
      paintInk(context, body, element);
      break;
    case 'line':
    case 'arrow':
      paintLine(context, element, body.kind === 'arrow', body);
      break;
    case 'text':
      if (body.size * place.scale > pixel * 2) paintLines(context, body.text.split('\n'), place.x, place.y, body.size * place.scale, 'start');
      else context.fillRect(box.x, box.y + box.height / 3, box.width, box.height / 3);
      break;
    case 'note':
      paintNote(context, element, body.text, pixel);
      break;
    case 'picture':
      paintPicture(context, element, pictureOf(body.id));
      break;
    case 'page':
      break;
    default:
      paintShape(context, element, body.text, pixel);
  }
}

/** @param {Context} context @param {Ink} body @param {Element} element */
function paintInk(context, body, { place }) {
  context.save();
  context.translate(place.x, place.y);
  context.scale(place.scale, place.scale);
  if (body.kind === 'marker') {
    context.globalCompositeOperation = 'multiply';
    context.globalAlpha = 0.45;
    context.lineWidth = place.width * 5;
    context.lineCap = context.lineJoin = 'round';
    context.stroke(pathOf(body, 0));
  } else {
    context.fill(pathOf(body, place.width));
  }
  context.restore();
}

/** @param {Ink} body @param {number} width 0: the line itself */
function pathOf(body, width) {
  const kept = paths.get(body);
  if (kept?.width === width) return kept.path;
  const path = new Path2D();
  if (width === 0) {
    body.points.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
    if (body.points.length === 1) path.lineTo(body.points[0][0] + 0.1, body.points[0][1]);
  } else {
    outline(body.points, width).forEach(({ x, y }, i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
    path.closePath();
  }
  paths.set(body, { width, path });
  return path;
}

/** @param {Context} context @param {Element} element @param {boolean} arrow @param {{width: number, height: number}} size */
function paintLine(context, { place }, arrow, { width, height }) {
  const from = { x: place.x, y: place.y };
  const to = { x: place.x + width * place.scale, y: place.y + height * place.scale };
  context.lineWidth = place.width * place.scale;
  context.lineCap = context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  if (arrow) {
    const [left, tip, right] = arrowHead(from, to, Math.min(Math.hypot(width, height) * place.scale * 0.6, (place.width * 4 + 8) * place.scale));
    context.moveTo(left.x, left.y);
    context.lineTo(tip.x, tip.y);
    context.lineTo(right.x, right.y);
  }
  context.stroke();
}

/** @param {Context} context @param {Element} element @param {string} text @param {number} pixel */
function paintShape(context, { body, place, box }, text, pixel) {
  context.beginPath();
  if (body.kind === 'ellipse') {
    context.ellipse(box.x + box.width / 2, box.y + box.height / 2, box.width / 2, box.height / 2, 0, 0, Math.PI * 2);
  } else if (body.kind === 'rect') {
    context.roundRect(box.x, box.y, box.width, box.height, Math.min(6 * place.scale, box.width / 4, box.height / 4));
  } else {
    outlineOf(body, box).forEach(({ x, y }, i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    context.closePath();
  }
  if (place.filled) {
    context.globalAlpha = 0.18;
    context.fill();
    context.globalAlpha = 1;
  }
  context.lineWidth = place.width * place.scale;
  context.lineJoin = 'round';
  context.stroke();
  if (text) paintInside(context, text, box, place.scale, pixel);
}

/** @param {Context} context @param {Element} element @param {string} text @param {number} pixel */
function paintNote(context, { place, box }, text, pixel) {
  context.save();
  context.shadowColor = 'rgb(0 0 0 / 25%)';
  context.shadowBlur = 8;
  context.shadowOffsetY = 2;
  context.fillRect(box.x, box.y, box.width, box.height);
  context.restore();
  context.fillStyle = inkOn(place.color);
  paintInside(context, text, box, place.scale, pixel);
}

/** @param {Context} context @param {Element} element @param {CanvasImageSource | null} picture */
function paintPicture(context, { box }, picture) {
  if (picture) {
    context.drawImage(picture, box.x, box.y, box.width, box.height);
    return;
  }
  context.fillStyle = '#e3e8e7';
  context.fillRect(box.x, box.y, box.width, box.height);
}

/** In the middle of a box, as large as it fits. @param {Context} context @param {string} text @param {import('./geometry.js').Box} box @param {number} scale @param {number} pixel */
function paintInside(context, text, box, scale, pixel) {
  const { lines, size } = fitted(text, box.width / scale, box.height / scale);
  const shown = size * scale;
  if (shown < pixel * 2) return;
  const top = box.y + (box.height - lines.length * shown * LINE_HEIGHT) / 2;
  paintLines(context, lines, box.x + box.width / 2, top, shown, 'center');
}

/** @param {Context} context @param {readonly string[]} lines @param {number} x @param {number} y @param {number} size @param {CanvasTextAlign} align */
function paintLines(context, lines, x, y, size, align) {
  context.font = `${size}px ${FONT}`;
  context.textAlign = align;
  context.textBaseline = 'middle';
  lines.forEach((line, i) => context.fillText(line, x, y + (i + 0.5) * size * LINE_HEIGHT));
}

/** Lines of a text in a box and their size: the largest that fits, from 28 units down. @param {string} text @param {number} width @param {number} height */
export function fitted(text, width, height) {
  for (const size of [28, 24, 20, 18, 16, 14, 12, 10]) {
    const lines = wrap(text, width - 2 * PAD, size);
    const whole = size > 14 ? !breaksWords(text, width - 2 * PAD) : true;
    if (size === 10 || (whole && lines.length * size * LINE_HEIGHT <= height - 2 * PAD)) return { lines, size };
  }
  return { lines: [text], size: 10 };
}

/** Whether a word is wider than a line of the size that was wrapped last. @param {string} text @param {number} width */
function breaksWords(text, width) {
  return text.split(/\s+/).some((word) => probe.measureText(word).width > width);
}

/** @param {string} text @param {number} width @param {number} size @returns {string[]} */
function wrap(text, width, size) {
  const key = `${size} ${Math.round(width)} ${text}`;
  const known = wrapped.get(key);
  probe.font = `${size}px ${FONT}`;
  if (known) return known;
  const lines = text.split('\n').flatMap((line) => wrapLine(line, width));
  if (wrapped.size > 4000) wrapped.clear();
  wrapped.set(key, lines);
  return lines;
}

/** @param {string} line @param {number} width @returns {string[]} */
function wrapLine(line, width) {
  const lines = [''];
  const add = (/** @type {string} */ piece) => {
    const longer = lines[lines.length - 1] + piece;
    if (probe.measureText(longer.trimEnd()).width <= width || lines[lines.length - 1] === '') lines[lines.length - 1] = longer;
    else lines.push(piece);
  };
  for (const word of line.split(/(?<=\s)/)) {
    if (probe.measureText(word.trimEnd()).width <= width) add(word);
    else [...word].forEach(add);
  }
  return lines.map((one) => one.trimEnd());
}

/** A text colour that is readable on a colour. @param {string} color */
export function inkOn(color) {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  return r * 0.299 + g * 0.587 + b * 0.114 > 140 ? '#1d2b28' : '#ffffff';
}

/** @param {Context} context @param {import('./codec.js').Paper} paper @param {import('./geometry.js').Box} box @param {number} pixel */
export function paintPaper(context, paper, box, pixel) {
  context.fillStyle = '#ffffff';
  context.fillRect(box.x, box.y, box.width, box.height);
  if (paper === 'plain') return;
  let step = 40;
  while (step < pixel * 14) step *= 4;
  context.fillStyle = '#d5dedc';
  const line = pixel;
  const [left, top] = [Math.floor(box.x / step) * step, Math.floor(box.y / step) * step];
  if (paper === 'dots') {
    const dot = pixel * 2;
    for (let y = top; y <= box.y + box.height; y += step) for (let x = left; x <= box.x + box.width; x += step) context.fillRect(x - dot / 2, y - dot / 2, dot, dot);
    return;
  }
  for (let y = top; y <= box.y + box.height; y += step) context.fillRect(box.x, y, box.width, line);
  if (paper === 'grid') for (let x = left; x <= box.x + box.width; x += step) context.fillRect(x, box.y, line, box.height);
}
