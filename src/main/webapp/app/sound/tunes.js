/**
 * What each sound is made of: short notes, so that nothing has to be fetched. Pure.
 *
 * @typedef {{at: number, frequency: number, seconds: number}} Note
 * @typedef {readonly Note[]} Tune
 */

/** @type {Readonly<Record<string, Tune>>} */
export const TUNES = {
  join: [note(0, 523.25), note(0.11, 659.25)],
  leave: [note(0, 659.25), note(0.11, 523.25)],
  share: [note(0, 587.33), note(0.09, 739.99), note(0.18, 880)],
  test: [note(0, 523.25, 0.3), note(0.2, 659.25, 0.3), note(0.4, 783.99, 0.3), note(0.6, 1046.5, 0.5)],
};

/** @param {number} at seconds @param {number} frequency in Hz @param {number} [seconds] @returns {Note} */
export function note(at, frequency, seconds = 0.18) {
  return { at, frequency, seconds };
}
