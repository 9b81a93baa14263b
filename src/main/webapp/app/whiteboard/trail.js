/** Where a pointer has been, in fewer points. Pure. */

/** At most so many numbers, evenly taken, the last pair always. @param {readonly number[]} points x and y in turn @param {number} most */
export function thinned(points, most) {
  const pairs = points.length / 2;
  const kept = Math.min(pairs, most / 2);
  return Array.from({ length: kept }, (_, i) => (kept === 1 ? pairs - 1 : Math.round((i * (pairs - 1)) / (kept - 1)))).flatMap((at) => [points[at * 2], points[at * 2 + 1]]);
}
