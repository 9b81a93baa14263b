/**
 * The text that the preview shows instead of a picture, if any.
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
