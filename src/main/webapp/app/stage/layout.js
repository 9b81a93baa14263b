/**
 * Where tiles go. Pure geometry, in CSS pixels.
 *
 * @typedef {{x: number, y: number, width: number, height: number}} Rect
 * @typedef {{width: number, height: number}} Size
 * @typedef {'grid' | 'one' | 'share' | 'two' | 'beside'} Arrangement tiles of one size; one large person; one large shared screen; two large ones; a large one, and one that is kept beside it
 */

const GAP = 8;
const RATIO = 16 / 9;
/** Cameras are wide: on a wide stage little of their picture is cut off, on a tall one height is worth more. */
const TALLEST = { wide: 4 / 3, tall: 3 / 4 };
const STRIP = { width: 200, height: 113 };
const PHONE = 480;
const PHONE_TILES = 4;

/**
 * @param {Arrangement} arrangement
 * @param {number} count the large ones first
 * @param {Size} stage
 * @returns {Rect[]}
 */
export function arrange(arrangement, count, stage) {
  switch (arrangement) {
    case 'grid':
      return grid(count, stage);
    case 'one':
      return speaker(count, stage);
    case 'share':
      return presentation(count, stage);
    case 'two':
      return sideBySide(count, stage);
    case 'beside':
      return withCompanion(count, stage);
  }
}

/**
 * The grid with the largest tiles that fit; the last row is centred.
 *
 * @param {number} count
 * @param {Size} stage
 * @returns {Rect[]}
 */
export function grid(count, stage) {
  if (count === 0 || stage.width <= 0 || stage.height <= 0) return [];
  const tallest = isWide(stage) ? TALLEST.wide : TALLEST.tall;
  let best = { columns: 1, width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const tile = fit((stage.width - GAP * (columns - 1)) / columns, (stage.height - GAP * (rows - 1)) / rows, tallest);
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
  const { rest, small } = strip(count - 1, stage, isWide(stage));
  const [large] = grid(1, rest);
  return [large, ...small];
}

/**
 * A shared screen takes all the room there is, whatever its shape: nothing of it is cut off. People are in the strip.
 *
 * @param {number} count the first is the screen
 * @param {Size} stage
 * @returns {Rect[]}
 */
export function presentation(count, stage) {
  if (count === 0 || stage.width <= 0 || stage.height <= 0) return [];
  const { rest, small } = strip(count - 1, stage, isWide(stage));
  return [rect(0, 0, rest.width, rest.height), ...small];
}

/**
 * Two tiles of the same size, beside each other or one above the other, and a strip below.
 *
 * @param {number} count the first two are the large ones
 * @param {Size} stage
 * @returns {Rect[]}
 */
export function sideBySide(count, stage) {
  if (count <= 2) return grid(count, stage);
  const { rest, small } = strip(count - 2, stage, false);
  return [...grid(2, rest), ...small];
}

/** Of the stage's longer side, for the one who is kept beside. */
const COMPANION = 0.34;

/**
 * A large tile with one beside it that is always there, such as an interpreter's, large enough to see hands and face; a strip below.
 *
 * @param {number} count the large one and its companion first
 * @param {Size} stage
 * @returns {Rect[]}
 */
export function withCompanion(count, stage) {
  if (count < 2 || stage.width <= 0 || stage.height <= 0) return grid(count, stage);
  const { rest, small } = strip(count - 2, stage, false);
  if (isWide(rest)) {
    const width = Math.round(rest.width * COMPANION);
    const height = Math.min(rest.height, width / TALLEST.tall);
    return [rect(0, 0, rest.width - width - GAP, rest.height), rect(rest.width - width, (rest.height - height) / 2, width, height), ...small];
  }
  const height = Math.round(rest.height * COMPANION);
  return [rect(0, 0, rest.width, rest.height - height - GAP), rect(0, rest.height - height, rest.width, height), ...small];
}

/** @param {number} count @param {Size} stage @param {boolean} beside @returns {{rest: Size, small: Rect[]}} */
function strip(count, stage, beside) {
  if (count <= 0) return { rest: stage, small: [] };
  return beside ? column(count, stage) : row(count, stage);
}

/** @param {number} count @param {Size} stage */
function column(count, stage) {
  const height = Math.min(STRIP.height, (stage.height - GAP * (count - 1)) / count);
  const width = Math.min(STRIP.width, height * RATIO);
  const top = (stage.height - count * height - (count - 1) * GAP) / 2;
  return {
    rest: { width: stage.width - width - GAP, height: stage.height },
    small: Array.from({ length: count }, (_, i) => rect(stage.width - width, top + i * (height + GAP), width, height)),
  };
}

/** @param {number} count @param {Size} stage */
function row(count, stage) {
  const width = Math.min(STRIP.width, (stage.width - GAP * (count - 1)) / count);
  const height = Math.max(width / RATIO, 72);
  const left = (stage.width - count * width - (count - 1) * GAP) / 2;
  return {
    rest: { width: stage.width, height: stage.height - height - GAP },
    small: Array.from({ length: count }, (_, i) => rect(left + i * (width + GAP), stage.height - height, width, height)),
  };
}

/**
 * How many tiles of others one page of the grid holds: fewer where they would be tiny.
 *
 * @param {Size} stage
 * @param {number} slots how many the server gives
 * @param {number} tiles how many the reader wants, oneself included
 * @returns {number}
 */
export function capacity(stage, slots, tiles) {
  const phone = Math.min(stage.width, stage.height) < PHONE;
  return Math.max(1, Math.min(slots, tiles - 1, phone ? PHONE_TILES : slots));
}

/**
 * How many small tiles the strip holds without making them smaller.
 *
 * @param {Arrangement} arrangement
 * @param {Size} stage
 */
export function stripCapacity(arrangement, stage) {
  const beside = arrangement !== 'two' && arrangement !== 'beside' && isWide(stage);
  const least = beside ? STRIP.height : Math.min(STRIP.width, PHONE / PHONE_TILES);
  return Math.max(2, Math.floor(((beside ? stage.height : stage.width) + GAP) / (least + GAP)));
}

/** @param {Size} stage */
function isWide(stage) {
  return stage.width >= stage.height;
}

/** The tile of at most 16:9 that fills the cell. @param {number} width @param {number} height @param {number} tallest */
function fit(width, height, tallest) {
  if (width / height > RATIO) return { width: height * RATIO, height };
  if (width / height < tallest) return { width, height: width / tallest };
  return { width, height };
}

/** @param {number} x @param {number} y @param {number} width @param {number} height @returns {Rect} */
function rect(x, y, width, height) {
  return { x: Math.round(x), y: Math.round(y), width: Math.floor(width), height: Math.floor(height) };
}
