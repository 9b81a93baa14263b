import { EDGE } from './strokes.js';

/**
 * What of the ink is not on the canvas as it is now. Most of the time that is the end of one line: painting no more than that keeps the work of a frame the same
 * however much ink there is, and browsers put no more than that of a canvas on the screen anew. Pure.
 *
 * @import { Box } from './picture-box.js'
 * @import { Stroke } from './strokes.js'
 * @typedef {{left: number, top: number, right: number, bottom: number}} Area
 * @typedef {{length: number, area: Area, label: Area | null}} Painted `area`: of the points, as parts of the picture
 */

export class Damage {
  /** @type {Map<Stroke, Painted>} */
  #painted = new Map();

  /** Nothing is on the canvas. */
  forget() {
    this.#painted.clear();
  }

  /**
   * Where the canvas has to be painted; what is painted then counts as painted.
   *
   * @param {readonly Stroke[]} strokes
   * @param {ReadonlyMap<Stroke, Area>} labels
   * @param {Box} box of the picture
   * @param {number} around how far a line reaches beside its points
   * @returns {Area | null} null when all is as it was
   */
  take(strokes, labels, box, around) {
    /** @type {Area[]} */
    const areas = [];
    const before = this.#painted;
    this.#painted = new Map();
    for (const stroke of strokes) {
      const { points, goneAt } = stroke;
      const known = before.get(stroke);
      const label = labels.get(stroke) ?? null;
      // the last piece was straight and is a curve now: it begins two points before
      const more = known?.length === points.length ? null : areaOf(points, Math.max(0, (known?.length ?? 0) - 4));
      const area = /** @type {Area} */ (known && more ? union([known.area, more]) : (more ?? known?.area));
      const anew = goneAt === null ? more : area;
      if (anew) areas.push(inPixels(anew, box, around));
      if (!same(known?.label, label)) areas.push(...[known?.label, label].filter((one) => !!one));
      this.#painted.set(stroke, { length: points.length, area, label });
    }
    for (const [stroke, { area, label }] of before) if (!this.#painted.has(stroke)) areas.push(inPixels(area, box, around), ...(label ? [label] : []));
    return areas.length > 0 ? union(areas) : null;
  }

  /** Whether a stroke reaches into an area. @param {Stroke} stroke @param {Area} area @param {Box} box @param {number} around */
  reaches(stroke, area, box, around) {
    const painted = this.#painted.get(stroke);
    return !!painted && overlap(inPixels(painted.area, box, around), area);
  }
}

/** @param {Area} one @param {Area} other */
export function overlap(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Of a line. @param {readonly number[]} points @param {number} from @returns {Area} */
function areaOf(points, from) {
  const area = { left: EDGE, top: EDGE, right: 0, bottom: 0 };
  for (let i = from; i + 1 < points.length; i += 2) {
    area.left = Math.min(area.left, points[i]);
    area.right = Math.max(area.right, points[i]);
    area.top = Math.min(area.top, points[i + 1]);
    area.bottom = Math.max(area.bottom, points[i + 1]);
  }
  return area;
}

/** @param {Area} area @param {Box} box @param {number} around @returns {Area} */
function inPixels({ left, top, right, bottom }, box, around) {
  const [x, y] = [box.width / EDGE, box.height / EDGE];
  return { left: box.x + left * x - around, top: box.y + top * y - around, right: box.x + right * x + around, bottom: box.y + bottom * y + around };
}

/** @param {readonly Area[]} areas @returns {Area} */
function union(areas) {
  return {
    left: Math.min(...areas.map(({ left }) => left)),
    top: Math.min(...areas.map(({ top }) => top)),
    right: Math.max(...areas.map(({ right }) => right)),
    bottom: Math.max(...areas.map(({ bottom }) => bottom)),
  };
}

/** @param {Area | null | undefined} one @param {Area | null} other */
function same(one, other) {
  return (one ?? null) === other || (!!one && !!other && one.left === other.left && one.top === other.top && one.right === other.right && one.bottom === other.bottom);
}
