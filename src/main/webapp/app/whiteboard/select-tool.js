import { boxAround, contains, grown, hits, touches, union } from './geometry.js';
import { moved, whole } from './history.js';

/**
 * Selects: by a click, or with a rubber band; moves what is selected, and makes it larger or smaller by its corners.
 *
 * @import { BoardStep } from '../protocol/whiteboard.js'
 * @import { Body, Place } from './codec.js'
 * @import { Desk } from './desk.js'
 * @import { Tool } from './drawing-tools.js'
 * @import { Box, Point } from './geometry.js'
 * @import { Element } from './scene.js'
 * @typedef {{kind: 'move' | 'band', from: Point, to: Point} | {kind: 'scale', from: Point, to: Point, fixed: Point, box: Box}} Gesture
 */

const HANDLE = 7;

/** The element under a point, the upper one first. @param {Desk} desk @param {Point} point @param {number} pixel */
export function elementAt(desk, point, pixel) {
  const reach = 5 * pixel;
  const near = desk.scene.in(desk.page, grown({ ...point, width: 0, height: 0 }, reach));
  return near.reverse().find(({ body, place, box }) => body.kind !== 'page' && hits(body, place, box, point, reach)) ?? null;
}

/** @param {Desk} desk @returns {Tool} */
export function selectTool(desk) {
  /** @type {Gesture | null} */
  let gesture = null;
  let lastPixel = 1;
  const selected = () => desk.selection.elements();
  const box = () => union(selected().map((element) => element.box));
  return {
    cursor: 'default',
    hand: 'points',
    down({ point, shift, pixel }) {
      lastPixel = pixel;
      const corner = selected().length > 0 && desk.mayDraw ? cornerAt(grown(box(), 4 * pixel), point, pixel) : null;
      if (corner) {
        gesture = { kind: 'scale', from: point, to: point, fixed: corner, box: box() };
        desk.surface.lift(selected());
        return;
      }
      const hit = elementAt(desk, point, pixel);
      if (!hit) {
        const inside = selected().length > 1 && contains(box(), { ...point, width: 0, height: 0 });
        if (!inside && !shift) desk.selection.are([]);
        gesture = { kind: inside ? 'move' : 'band', from: point, to: point };
      } else {
        if (shift) desk.selection.toggle(hit.id);
        else if (!desk.selection.has(hit.id)) desk.selection.are([hit.id]);
        gesture = { kind: 'move', from: point, to: point };
      }
      if (gesture.kind === 'move' && desk.mayDraw) desk.surface.lift(selected());
    },
    move(touched) {
      if (gesture) gesture.to = touched[touched.length - 1].point;
    },
    up() {
      const done = gesture;
      gesture = null;
      if (done?.kind === 'band') desk.selection.add(banded(desk, boxAround([done.from, done.to])));
      else if (done && desk.mayDraw && Math.hypot(done.to.x - done.from.x, done.to.y - done.from.y) > lastPixel * 2) desk.history.do(selected().map((element) => stepOf(element, done)));
      desk.surface.lift([]);
    },
    cancel() {
      gesture = null;
      desk.surface.lift([]);
    },
    paintOver(context, pixel) {
      if (gesture && gesture.kind !== 'band' && desk.mayDraw) for (const element of selected()) desk.paint(context, after(element, gesture), pixel);
      paintFrame(context, desk, gesture, pixel);
    },
  };
}

/** The elements that a rubber band selects: those inside it, and thin ones that it crosses. @param {Desk} desk @param {Box} band */
function banded(desk, band) {
  return desk.scene
    .in(desk.page, band)
    .filter((element) => contains(band, element.box) || (touches(band, element.box) && band.width * band.height < element.box.width * element.box.height))
    .map(({ id }) => id);
}

/** The corner opposite to the handle under a point: it stays where it is. @param {Box} box @param {Point} point @param {number} pixel @returns {Point | null} */
function cornerAt({ x, y, width, height }, point, pixel) {
  const corners = [{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }];
  const at = corners.findIndex((corner) => Math.hypot(corner.x - point.x, corner.y - point.y) <= HANDLE * 1.8 * pixel);
  return at < 0 ? null : corners[(at + 2) % 4];
}

/** How much larger a gesture makes things. @param {Extract<Gesture, {kind: 'scale'}>} gesture */
function factor({ from, to, fixed }) {
  const before = Math.hypot(from.x - fixed.x, from.y - fixed.y) || 1;
  return Math.max(0.05, Math.min(20, Math.hypot(to.x - fixed.x, to.y - fixed.y) / before));
}

/** @param {Element} element @param {Gesture} gesture @returns {Element} as it would be */
function after(element, gesture) {
  const place = placeAfter(element.place, gesture);
  const ratio = place.scale / element.place.scale;
  const { x, y, width, height } = element.box;
  const box = { x: place.x + (x - element.place.x) * ratio, y: place.y + (y - element.place.y) * ratio, width: width * ratio, height: height * ratio };
  return { ...element, place, box };
}

/** @param {Place} place @param {Gesture} gesture @returns {Place} */
function placeAfter(place, gesture) {
  if (gesture.kind !== 'scale') return { ...place, x: place.x + gesture.to.x - gesture.from.x, y: place.y + gesture.to.y - gesture.from.y };
  const by = factor(gesture);
  const { fixed } = gesture;
  return { ...place, x: fixed.x + (place.x - fixed.x) * by, y: fixed.y + (place.y - fixed.y) * by, scale: place.scale * by };
}

/** @param {Element} element @param {Gesture} gesture @returns {BoardStep} */
function stepOf({ id, page, place }, gesture) {
  return moved(id, page, placeAfter(place, gesture));
}

/** @param {CanvasRenderingContext2D} context @param {Desk} desk @param {Gesture | null} gesture @param {number} pixel */
function paintFrame(context, desk, gesture, pixel) {
  context.strokeStyle = '#0b7a70';
  context.fillStyle = '#ffffff';
  context.lineWidth = 1.5 * pixel;
  const elements = desk.selection.elements().map((element) => (gesture && gesture.kind !== 'band' && desk.mayDraw ? after(element, gesture) : element));
  for (const { box } of elements) strokeBox(context, grown(box, 2 * pixel));
  if (elements.length > 0) {
    const whole = grown(union(elements.map(({ box }) => box)), 4 * pixel);
    if (elements.length > 1) strokeBox(context, whole);
    if (desk.mayDraw) for (const [x, y] of [[0, 0], [1, 0], [1, 1], [0, 1]]) paintHandle(context, whole.x + x * whole.width, whole.y + y * whole.height, pixel);
  }
  if (gesture?.kind !== 'band') return;
  const band = boxAround([gesture.from, gesture.to]);
  context.fillStyle = 'rgb(11 122 112 / 10%)';
  context.fillRect(band.x, band.y, band.width, band.height);
  strokeBox(context, band);
}

/** @param {CanvasRenderingContext2D} context @param {Box} box */
function strokeBox(context, { x, y, width, height }) {
  context.strokeRect(x, y, width, height);
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} pixel */
function paintHandle(context, x, y, pixel) {
  const size = HANDLE * pixel;
  context.fillRect(x - size / 2, y - size / 2, size, size);
  context.strokeRect(x - size / 2, y - size / 2, size, size);
}

/** @typedef {'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'} Edge */

/** Lines up what is selected, by its own box. @param {readonly Element[]} elements @param {Edge} edge @returns {BoardStep[]} */
export function aligned(elements, edge) {
  const all = union(elements.map(({ box }) => box));
  return elements.map(({ id, page, place, box }) => {
    const x = { left: all.x - box.x, center: all.x + all.width / 2 - box.x - box.width / 2, right: all.x + all.width - box.x - box.width }[/** @type {string} */ (edge)] ?? 0;
    const y = { top: all.y - box.y, middle: all.y + all.height / 2 - box.y - box.height / 2, bottom: all.y + all.height - box.y - box.height }[/** @type {string} */ (edge)] ?? 0;
    return moved(id, page, { ...place, x: place.x + x, y: place.y + y });
  });
}

/** The same once more, a little beside. @param {readonly Element[]} elements @param {number} page @param {number} top order number for the lowest of them @param {() => string} newId @param {number} [by] units */
export function copied(elements, page, top, newId, by = 24) {
  /** @type {Map<string, string>} */
  const groups = new Map();
  return elements.map(({ body, place }, i) => {
    if (place.group && !groups.has(place.group)) groups.set(place.group, newId());
    return whole(newId(), page, /** @type {Body} */ (body), { ...place, x: place.x + by, y: place.y + by, z: top + i, group: groups.get(place.group) ?? '' });
  });
}
