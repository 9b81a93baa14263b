/** How long to wait before the next try to connect. Pure. */

const FIRST = 250;
const LONGEST = 3000;

/**
 * Doubles from a quarter of a second to three seconds; up to a quarter less by chance, so that a thousand tabs do not come back at once.
 *
 * @param {number} attempt 0 for the first try after a loss
 * @param {number} chance from 0 to 1
 * @returns {number} milliseconds
 */
export function backoff(attempt, chance) {
  const full = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt, 10));
  return Math.round(full * (1 - chance / 4));
}
