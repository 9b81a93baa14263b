/** What the page before a meeting decides. Pure. */

export const LONGEST_NAME = 80;

/**
 * @param {string} typed
 * @returns {{name: string, problem: null} | {name: null, problem: 'stage.prejoin.name.empty' | 'stage.prejoin.name.long'}}
 */
export function readName(typed) {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (name === '') return { name: null, problem: 'stage.prejoin.name.empty' };
  if (name.length > LONGEST_NAME) return { name: null, problem: 'stage.prejoin.name.long' };
  return { name, problem: null };
}

/**
 * What the preview shows instead of a picture, if anything.
 *
 * @typedef {import('../media/local-media.js').Line} Line
 * @param {{asked: boolean, camera: Line}} media
 * @returns {'explain' | 'off' | 'trouble' | 'picture' | 'opening'}
 */
export function previewOf({ asked, camera }) {
  if (!asked) return 'explain';
  if (!camera.wanted) return 'off';
  if (camera.track) return 'picture';
  return camera.trouble ? 'trouble' : 'opening';
}
