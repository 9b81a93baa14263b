/**
 * Where a picture lies in its element: as large as it fits, in its own proportions, with bars at two sides. Pure.
 *
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 * @param {{width: number, height: number}} element
 * @param {{width: number, height: number}} picture
 * @returns {Box}
 */
export function pictureBox(element, picture) {
  if (picture.width === 0 || picture.height === 0) return { x: 0, y: 0, width: element.width, height: element.height };
  const scale = Math.min(element.width / picture.width, element.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  return { x: (element.width - width) / 2, y: (element.height - height) / 2, width, height };
}
