/**
 * The sounds as short notes, so that no file has to be fetched. Pure.
 *
 * @typedef {{at: number, frequency: number, seconds: number}} Note
 * @typedef {readonly Note[]} Tune
 */

/** @type {Readonly<Record<string, Tune>>} */
export const TUNES = {
  join: [note(0, 523.25), note(0.11, 659.25)],
  leave: [note(0, 659.25), note(0.11, 523.25)],
  message: [note(0, 659.25, 0.1), note(0.09, 880, 0.16)],
  hand: [note(0, 523.25, 0.2), note(0.14, 783.99, 0.26)],
  reaction: [note(0, 1046.5, 0.1), note(0.06, 1318.51, 0.1), note(0.12, 1567.98, 0.14)],
  share: [note(0, 587.33), note(0.09, 739.99), note(0.18, 880)],
  knock: [note(0, 329.63, 0.12), note(0.17, 392, 0.24)],
  admitted: [note(0, 523.25), note(0.14, 659.25, 0.28)],
  timer: [note(0, 880, 0.3), note(0.32, 880, 0.3), note(0.64, 1174.66, 0.6)],
  recording: [note(0, 440, 0.2), note(0.24, 440, 0.2), note(0.48, 659.25, 0.4)],
  test: [note(0, 523.25, 0.3), note(0.2, 659.25, 0.3), note(0.4, 783.99, 0.3), note(0.6, 1046.5, 0.5)],
};

/** @param {number} at seconds @param {number} frequency in Hz @param {number} [seconds] @returns {Note} */
export function note(at, frequency, seconds = 0.18) {
  return { at, frequency, seconds };
}
