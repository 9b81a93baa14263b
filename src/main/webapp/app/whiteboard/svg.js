import { LINE_HEIGHT, arrowHead, outlineOf } from './geometry.js';
import { outline } from './outline.js';
import { FONT, fitted, inkOn } from './paint.js';

/**
 * The page as SVG, for the reader to take along. What people wrote goes in as text, never as markup. Pure but for the width of letters.
 *
 * @import { Element } from './scene.js'
 * @import { Box } from './geometry.js'
 */

/** @param {readonly Element[]} elements the lowest first @param {Box} box what is shown @param {ReadonlyMap<string, string>} pictures data addresses by id */
export function svgOf(elements, box, pictures) {
  const { x, y, width, height } = box;
  const parts = elements.map((element) => partOf(element, pictures));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${n(x)} ${n(y)} ${n(width)} ${n(height)}" width="${n(width)}" height="${n(height)}">`,
    `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

/** @param {Element} element @param {ReadonlyMap<string, string>} pictures */
function partOf({ body, place, box }, pictures) {
  const { color, scale, width: line } = place;
  const stroke = `stroke="${color}" stroke-width="${n(line * scale)}" stroke-linecap="round" stroke-linejoin="round"`;
  switch (body.kind) {
    case 'pen':
      return `<path transform="translate(${n(place.x)} ${n(place.y)}) scale(${n(scale)})" fill="${color}" d="${pathOf(outline(body.points, line))}Z"/>`;
    case 'marker':
      return `<path transform="translate(${n(place.x)} ${n(place.y)}) scale(${n(scale)})" fill="none" stroke="${color}" stroke-opacity="0.45" stroke-width="${n(line * 5)}" stroke-linecap="round" stroke-linejoin="round" d="${pathOf(body.points.map(([x, y]) => ({ x, y })))}"/>`;
    case 'line':
    case 'arrow': {
      const from = { x: place.x, y: place.y };
      const to = { x: place.x + body.width * scale, y: place.y + body.height * scale };
      const head = body.kind === 'arrow' ? pathOf(arrowHead(from, to, Math.min(Math.hypot(body.width, body.height) * scale * 0.6, (line * 4 + 8) * scale))) : '';
      return `<path fill="none" ${stroke} d="${pathOf([from, to])}${head}"/>`;
    }
    case 'text':
      return textOf(body.text.split('\n'), place.x, place.y, body.size * scale, color, 'start');
    case 'note':
      return `<rect x="${n(box.x)}" y="${n(box.y)}" width="${n(box.width)}" height="${n(box.height)}" fill="${color}"/>${inside(body.text, box, scale, inkOn(color))}`;
    case 'picture':
      return `<image x="${n(box.x)}" y="${n(box.y)}" width="${n(box.width)}" height="${n(box.height)}" href="${escaped(pictures.get(body.id) ?? '')}"><title>${escaped(body.text)}</title></image>`;
    case 'page':
      return '';
    default: {
      const fill = place.filled ? `fill="${color}" fill-opacity="0.18"` : 'fill="none"';
      const shape = body.kind === 'ellipse' ? `<ellipse cx="${n(box.x + box.width / 2)}" cy="${n(box.y + box.height / 2)}" rx="${n(box.width / 2)}" ry="${n(box.height / 2)}" ${fill} ${stroke}/>` : `<path ${fill} ${stroke} d="${pathOf(outlineOf(body, box))}Z"/>`;
      return shape + inside(body.text, box, scale, color);
    }
  }
}

/** @param {string} text @param {Box} box @param {number} scale @param {string} color */
function inside(text, box, scale, color) {
  if (!text) return '';
  const { lines, size } = fitted(text, box.width / scale, box.height / scale);
  const top = box.y + (box.height - lines.length * size * scale * LINE_HEIGHT) / 2;
  return textOf(lines, box.x + box.width / 2, top, size * scale, color, 'middle');
}

/** @param {readonly string[]} lines @param {number} x @param {number} y @param {number} size @param {string} color @param {string} anchor */
function textOf(lines, x, y, size, color, anchor) {
  const spans = lines.map((line, i) => `<tspan x="${n(x)}" y="${n(y + (i + 0.5) * size * LINE_HEIGHT)}">${escaped(line)}</tspan>`);
  return `<text font-family="${escaped(FONT)}" font-size="${n(size)}" fill="${color}" text-anchor="${anchor}" dominant-baseline="middle">${spans.join('')}</text>`;
}

/** @param {readonly {x: number, y: number}[]} points */
function pathOf(points) {
  return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${n(x)} ${n(y)}`).join('');
}

/** @param {string} text */
function escaped(text) {
  // characters that XML has no place for are left out
  return [...text]
    .filter((char) => char === '\n' || char === '\t' || char >= ' ')
    .join('')
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** @param {number} value */
function n(value) {
  return String(Math.round(value * 100) / 100);
}
