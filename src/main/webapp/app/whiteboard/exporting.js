import { download, fileName } from '../ui/download.js';
import { grown, union } from './geometry.js';
import { paint, paintPaper } from './paint.js';
import { pdfOf } from './pdf.js';
import { svgOf } from './svg.js';

/**
 * Gives the reader the board as a file.
 *
 * @import { Desk } from './desk.js'
 * @import { Box } from './geometry.js'
 * @import { Pictures } from './pictures.js'
 * @typedef {(name: string, type: string, content: Blob) => void} Give where a file goes
 */

const MARGIN = 40;
/** Pixels of a side. */
const LONGEST = 6000;

/** @param {Desk} desk @param {number} page @returns {Box} */
function boxOf(desk, page) {
  const boxes = desk.scene.on(page).map(({ paints }) => paints);
  return boxes.length === 0 ? { x: 0, y: 0, width: 1000, height: 700 } : grown(union(boxes), MARGIN);
}

/** @param {Desk} desk @param {number} page @returns {HTMLCanvasElement} */
function painted(desk, page) {
  const box = boxOf(desk, page);
  const scale = Math.min(2, LONGEST / Math.max(box.width, box.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(box.width * scale));
  canvas.height = Math.max(1, Math.round(box.height * scale));
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { alpha: false }));
  context.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale);
  const sheet = desk.sheets.find((one) => one.page === page);
  paintPaper(context, sheet?.paper ?? 'plain', box, 1 / scale);
  for (const element of desk.scene.on(page)) paint(context, element, desk.pictureOf, 1 / scale);
  return canvas;
}

/** The page as PNG. @param {Desk} desk @param {string} name @param {Give} [give] */
export async function exportPng(desk, name, give = download) {
  const blob = await blobOf(painted(desk, desk.page), 'image/png');
  if (blob) give(`${fileName(name)}.png`, 'image/png', blob);
}

/** The page as SVG. @param {Desk} desk @param {string} name @param {Pictures} pictures */
export async function exportSvg(desk, name, pictures) {
  const elements = desk.elements();
  /** @type {Map<string, string>} */
  const data = new Map();
  for (const { body } of elements) if (body.kind === 'picture') data.set(body.id, await pictures.dataOf(body.id));
  download(`${fileName(name)}.svg`, 'image/svg+xml', svgOf(elements, boxOf(desk, desk.page), data));
}

/** All pages as PDF. @param {Desk} desk @param {string} name @param {Give} [give] */
export async function exportPdf(desk, name, give = download) {
  const sheets = [];
  for (const { page } of desk.sheets) {
    const canvas = painted(desk, page);
    const blob = await blobOf(canvas, 'image/jpeg');
    if (blob) sheets.push({ jpeg: new Uint8Array(await blob.arrayBuffer()), width: canvas.width, height: canvas.height });
  }
  give(`${fileName(name)}.pdf`, 'application/pdf', new Blob([/** @type {BlobPart} */ (pdfOf(sheets))], { type: 'application/pdf' }));
}

/** @param {HTMLCanvasElement} canvas @param {string} type @returns {Promise<Blob | null>} */
function blobOf(canvas, type) {
  return new Promise((done) => canvas.toBlob(done, type, 0.92));
}
