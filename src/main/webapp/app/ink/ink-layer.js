import { EDGE } from './strokes.js';
import { pictureBox } from './picture-box.js';

/**
 * Ink over a picture: a canvas that lies exactly over the video, whatever its size, its bars and the zoom of the page.
 *
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

export class InkLayer {
  #parts;
  #canvas;
  #context;
  #asked = 0;
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
    if (this.#canvas.width !== wide) this.#canvas.width = wide;
    if (this.#canvas.height !== high) this.#canvas.height = high;
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, wide, high);
    const all = strokes.on(share);
    if (all.length === 0) return;
    const box = this.box();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.save();
    context.beginPath();
    context.rect(box.x, box.y, box.width, box.height);
    context.clip();
    context.lineCap = context.lineJoin = 'round';
    context.lineWidth = Math.max(2, (width() * box.width) / 1280);
    for (const stroke of all) this.#paintStroke(stroke, box);
    context.restore();
    const now = performance.now();
    for (const stroke of all) if (stroke.goneAt === null && now - stroke.at < NAMED_FOR) this.#paintName(stroke, box);
    if (all.some((stroke) => stroke.goneAt !== null)) this.ask();
    else if (all.some((stroke) => now - stroke.at < NAMED_FOR)) window.setTimeout(() => this.ask(), 200);
  }

  /** Through the middles between points, so that few of them make a round line. @param {Stroke} stroke @param {import('./picture-box.js').Box} box */
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

  /** At the pen: who draws. @param {Stroke} stroke @param {import('./picture-box.js').Box} box */
  #paintName({ by, color, points }, box) {
    const name = this.#parts.nameOf(by);
    if (!name) return;
    const context = this.#context;
    const x = box.x + (points[points.length - 2] / EDGE) * box.width;
    const y = box.y + (points[points.length - 1] / EDGE) * box.height;
    context.font = '600 12px system-ui, sans-serif';
    const wide = context.measureText(name).width + 12;
    const left = Math.min(x + 8, box.x + box.width - wide);
    const top = Math.max(box.y, y - 28);
    context.fillStyle = color;
    context.beginPath();
    context.roundRect(left, top, wide, 20, 6);
    context.fill();
    context.fillStyle = dark(color) ? '#ffffff' : '#101615';
    context.textBaseline = 'middle';
    context.fillText(name, left + 6, top + 10.5);
  }
}

/** @param {string} color */
function dark(color) {
  const [r, g, b] = [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16));
  return r * 0.299 + g * 0.587 + b * 0.114 < 150;
}
