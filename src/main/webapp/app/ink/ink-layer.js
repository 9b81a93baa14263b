import { Damage, overlap } from './damage.js';
import { EDGE } from './strokes.js';
import { pictureBox } from './picture-box.js';

/**
 * Ink over a picture: a canvas that lies exactly over the video, whatever its size, its bars and the zoom of the page.
 *
 * @import { Area } from './damage.js'
 * @import { Box } from './picture-box.js'
 * @import { Stroke, Strokes } from './strokes.js'
 * @typedef {object} LayerParts
 * @property {string} share
 * @property {Strokes} strokes
 * @property {HTMLElement} tile what the canvas covers
 * @property {HTMLVideoElement} video
 * @property {(id: string) => string} nameOf
 * @property {() => number} width of a stroke, in pixels of a picture of 1280 by 720
 */

const NAMED_FOR = 1500;
const FONT = '600 12px system-ui, sans-serif';

export class InkLayer {
  #parts;
  #canvas;
  #context;
  #asked = 0;
  #damage = new Damage();
  /** Where and how large things are; something else has to be painted from the start. */
  #shape = '';
  /** @type {number | undefined} */
  #unnaming;
  /** @type {HTMLCanvasElement | null} */
  #still = null;
  #observer;
  #onChange = () => this.ask();

  /** @param {LayerParts} parts */
  constructor(parts) {
    this.#parts = parts;
    const { tile, video, strokes } = parts;
    // of the page that the tile is in: the small window has a document of its own
    this.#canvas = tile.ownerDocument.createElement('canvas');
    this.#canvas.className = 'ink-canvas';
    this.#canvas.setAttribute('aria-hidden', 'true');
    this.#context = /** @type {CanvasRenderingContext2D} */ (this.#canvas.getContext('2d'));
    video.after(this.#canvas);
    this.#observer = new ResizeObserver(() => this.ask());
    this.#observer.observe(tile);
    video.addEventListener('resize', this.#onChange);
    strokes.addEventListener('change', this.#onChange);
    this.ask();
  }

  get canvas() {
    return this.#canvas;
  }

  /** Where the picture is, in CSS pixels of the canvas. */
  box() {
    const { tile, video } = this.#parts;
    return pictureBox({ width: tile.clientWidth, height: tile.clientHeight }, { width: video.videoWidth, height: video.videoHeight });
  }

  /** A place of the canvas as a part of the picture. @param {number} x @param {number} y in CSS pixels */
  partAt(x, y) {
    const box = this.box();
    return { x: (x - box.x) / box.width, y: (y - box.y) / box.height };
  }

  /** Shows a still of the picture, or the picture again. @param {boolean} frozen */
  freeze(frozen) {
    const { video } = this.#parts;
    if (frozen === (this.#still !== null)) return;
    this.#still?.remove();
    this.#still = null;
    if (!frozen || video.videoWidth === 0) return;
    const still = this.#canvas.ownerDocument.createElement('canvas');
    [still.width, still.height] = [video.videoWidth, video.videoHeight];
    still.className = 'ink-still';
    still.getContext('2d')?.drawImage(video, 0, 0);
    this.#still = still;
    video.after(still);
  }

  close() {
    this.#observer.disconnect();
    this.#parts.video.removeEventListener('resize', this.#onChange);
    this.#parts.strokes.removeEventListener('change', this.#onChange);
    cancelAnimationFrame(this.#asked);
    window.clearTimeout(this.#unnaming);
    this.#canvas.remove();
    this.#still?.remove();
  }

  /** Paints with the next frame. */
  ask() {
    this.#asked ||= requestAnimationFrame(() => {
      this.#asked = 0;
      this.#paint();
    });
  }

  #paint() {
    const { tile, share, strokes, width } = this.#parts;
    const ratio = tile.ownerDocument.defaultView?.devicePixelRatio ?? 1;
    const [wide, high] = [Math.round(tile.clientWidth * ratio), Math.round(tile.clientHeight * ratio)];
    const box = this.box();
    const line = Math.max(2, (width() * box.width) / 1280);
    const shape = [wide, high, ratio, box.x, box.y, box.width, box.height, line].join();
    if (shape !== this.#shape) this.#empty(wide, high, shape);
    const all = strokes.on(share);
    const labels = this.#labels(all, box);
    // smooth edges take a pixel more
    const around = line / 2 + 1 / ratio;
    const area = this.#damage.take(all, labels, box, around);
    if (area) {
      this.#paintArea(inDevicePixels(area, ratio), ratio, () => {
        this.#context.lineWidth = line;
        this.#paintStrokes(all.filter((stroke) => this.#damage.reaches(stroke, area, box, around)), box);
        for (const stroke of all) {
          const label = labels.get(stroke);
          if (label && overlap(label, area)) this.#paintName(stroke, label);
        }
      });
    }
    if (all.some((stroke) => stroke.goneAt !== null)) this.ask();
    this.#unname(all);
  }

  /** Of another size. @param {number} wide @param {number} high @param {string} shape */
  #empty(wide, high, shape) {
    [this.#canvas.width, this.#canvas.height] = [wide, high];
    this.#damage.forget();
    this.#shape = shape;
  }

  /** Clears an area, and lets nothing be painted elsewhere. @param {Area} area in pixels of the canvas @param {number} ratio @param {() => void} paint */
  #paintArea({ left, top, right, bottom }, ratio, paint) {
    const context = this.#context;
    context.save();
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
    context.clearRect(left, top, right - left, bottom - top);
    context.scale(ratio, ratio);
    paint();
    context.restore();
  }

  /** @param {readonly Stroke[]} strokes @param {Box} box */
  #paintStrokes(strokes, box) {
    const context = this.#context;
    context.save();
    context.beginPath();
    context.rect(box.x, box.y, box.width, box.height);
    context.clip();
    context.lineCap = context.lineJoin = 'round';
    for (const stroke of strokes) this.#paintStroke(stroke, box);
    context.restore();
  }

  /** Takes names away in time, with one painting for those that go next. @param {readonly Stroke[]} strokes */
  #unname(strokes) {
    window.clearTimeout(this.#unnaming);
    const now = performance.now();
    const left = strokes.filter((stroke) => isNamed(stroke, now)).map(({ at }) => at + NAMED_FOR - now);
    if (left.length > 0) this.#unnaming = window.setTimeout(() => this.ask(), Math.min(...left));
  }

  /** Through the middles between points, so that few of them make a round line. @param {Stroke} stroke @param {Box} box */
  #paintStroke(stroke, box) {
    const context = this.#context;
    const { points } = stroke;
    const at = (/** @type {number} */ i) => ({ x: box.x + (points[i] / EDGE) * box.width, y: box.y + (points[i + 1] / EDGE) * box.height });
    context.globalAlpha = this.#parts.strokes.opacity(stroke);
    context.strokeStyle = stroke.color;
    context.beginPath();
    const first = at(0);
    context.moveTo(first.x, first.y);
    for (let i = 2; i + 3 < points.length; i += 2) {
      const [here, next] = [at(i), at(i + 2)];
      context.quadraticCurveTo(here.x, here.y, (here.x + next.x) / 2, (here.y + next.y) / 2);
    }
    const last = at(points.length - 2);
    context.lineTo(last.x, last.y);
    context.stroke();
    context.globalAlpha = 1;
  }

  /** Where it is said who draws: at the pen. @param {readonly Stroke[]} strokes @param {Box} box @returns {Map<Stroke, Area>} */
  #labels(strokes, box) {
    const context = this.#context;
    const now = performance.now();
    /** @type {Map<Stroke, Area>} */
    const labels = new Map();
    context.font = FONT;
    for (const stroke of strokes) {
      const { by, points } = stroke;
      const name = isNamed(stroke, now) ? this.#parts.nameOf(by) : '';
      if (!name) continue;
      const x = box.x + (points[points.length - 2] / EDGE) * box.width;
      const y = box.y + (points[points.length - 1] / EDGE) * box.height;
      const wide = context.measureText(name).width + 12;
      const left = Math.min(x + 8, box.x + box.width - wide);
      const top = Math.max(box.y, y - 28);
      labels.set(stroke, { left, top, right: left + wide, bottom: top + 20 });
    }
    return labels;
  }

  /** @param {Stroke} stroke @param {Area} label */
  #paintName({ by, color }, { left, top, right, bottom }) {
    const context = this.#context;
    context.font = FONT;
    context.fillStyle = color;
    context.beginPath();
    context.roundRect(left, top, right - left, bottom - top, 6);
    context.fill();
    context.fillStyle = dark(color) ? '#ffffff' : '#101615';
    context.textBaseline = 'middle';
    context.fillText(this.#parts.nameOf(by), left + 6, top + 10.5);
  }
}

/** @param {Stroke} stroke @param {number} now */
function isNamed({ goneAt, at }, now) {
  return goneAt === null && now - at < NAMED_FOR;
}

/** Whole ones, so that what is beside them stays as it is. @param {Area} area @param {number} ratio @returns {Area} */
function inDevicePixels({ left, top, right, bottom }, ratio) {
  return { left: Math.floor(left * ratio), top: Math.floor(top * ratio), right: Math.ceil(right * ratio), bottom: Math.ceil(bottom * ratio) };
}

/** @param {string} color */
function dark(color) {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16));
  return r * 0.299 + g * 0.587 + b * 0.114 < 150;
}
