/** A day of somebody, drawn as a bar. Pure. */

const GRID = 15;
const DAY = 24 * 60;

/**
 * The quarter of an hour that begins at a place of the bar.
 * @param {number} share of its width, from 0 to 1 @param {number} first minute of the day at its beginning @param {number} width of it, in minutes
 */
export function minuteAt(share, first, width) {
  const minute = first + Math.min(1, Math.max(0, share)) * width;
  return Math.min(DAY - GRID, Math.floor(minute / GRID) * GRID);
}

/** As a control for local times has it. @param {string} day as 2026-12-31 @param {number} minute of the day */
export function typed(day, minute) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  return `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
