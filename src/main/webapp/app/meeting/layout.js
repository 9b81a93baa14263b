/**
 * Where tiles go. Pure geometry, in CSS pixels.
 *
 * @typedef {{x: number, y: number, width: number, height: number}} Rect
 * @typedef {{width: number, height: number}} Size
 */

const GAP = 8;
const RATIO = 16 / 9;
const TALLEST = 3 / 4;
const STRIP = { width: 200, height: 113 };

/**
 * The grid with the largest tiles that fit; the last row is centred.
 *
 * @param {number} count
 * @param {Size} stage
 * @returns {Rect[]}
 */
export function grid(count, stage) {
  if (count === 0 || stage.width <= 0 || stage.height <= 0) return [];
  let best = { columns: 1, width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const tile = fit((stage.width - GAP * (columns - 1)) / columns, (stage.height - GAP * (rows - 1)) / rows);
    if (tile.width * tile.height > best.width * best.height + 1) best = { columns, ...tile };
  }
  const rows = Math.ceil(count / best.columns);
  const top = (stage.height - rows * best.height - (rows - 1) * GAP) / 2;
  return Array.from({ length: count }, (_, i) => {
    const row = Math.floor(i / best.columns);
    const inRow = row === rows - 1 ? count - row * best.columns : best.columns;
    const left = (stage.width - inRow * best.width - (inRow - 1) * GAP) / 2;
    return rect(left + (i % best.columns) * (best.width + GAP), top + row * (best.height + GAP), best.width, best.height);
  });
}

/**
 * One large tile and a strip of small ones: beside it on a wide stage, below it on a tall one.
 *
 * @param {number} count the first is the large one
 * @param {Size} stage
 * @returns {Rect[]}
 */
export function speaker(count, stage) {
  if (count <= 1) return grid(count, stage);
  return stage.width >= stage.height ? speakerBeside(count, stage) : speakerAbove(count, stage);
}

/** @param {number} count @param {Size} stage */
function speakerBeside(count, stage) {
  const small = count - 1;
  const height = Math.min(STRIP.height, (stage.height - GAP * (small - 1)) / small);
  const width = Math.min(STRIP.width, height * RATIO);
  const [large] = grid(1, { width: stage.width - width - GAP, height: stage.height });
  const top = (stage.height - small * height - (small - 1) * GAP) / 2;
  return [
    large,
    ...Array.from({ length: small }, (_, i) => rect(stage.width - width, top + i * (height + GAP), width, height)),
  ];
}

/** @param {number} count @param {Size} stage */
function speakerAbove(count, stage) {
  const small = count - 1;
  const width = Math.min(STRIP.width, (stage.width - GAP * (small - 1)) / small);
  const height = Math.max(width / RATIO, 72);
  const [large] = grid(1, { width: stage.width, height: stage.height - height - GAP });
  const left = (stage.width - small * width - (small - 1) * GAP) / 2;
  return [
    large,
    ...Array.from({ length: small }, (_, i) => rect(left + i * (width + GAP), stage.height - height, width, height)),
  ];
}

/**
 * How many tiles one page of the grid holds, and how many small ones the strip: fewer where they would be tiny.
 *
 * @param {Size} stage
 * @param {number} slots
 * @returns {number} tiles of others
 */
export function capacity(stage, slots) {
  const phone = Math.min(stage.width, stage.height) < 480;
  return Math.max(1, Math.min(slots, phone ? 4 : slots));
}

/** The tile of at most 16:9 and at least 3:4 that fills the cell. @param {number} width @param {number} height */
function fit(width, height) {
  if (width / height > RATIO) return { width: height * RATIO, height };
  if (width / height < TALLEST) return { width, height: width / TALLEST };
  return { width, height };
}

/** @param {number} x @param {number} y @param {number} width @param {number} height @returns {Rect} */
function rect(x, y, width, height) {
  return { x: Math.round(x), y: Math.round(y), width: Math.floor(width), height: Math.floor(height) };
}
