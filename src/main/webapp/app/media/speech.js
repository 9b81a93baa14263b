/**
 * When somebody speaks: louder than the room for a moment, until silent for a while. Pure; the caller brings levels and time.
 *
 * @typedef {{speaking: boolean, level: number}} Speech
 */

const BEGIN = 12;
const END = 7;
const BEGIN_AFTER = 120;
const END_AFTER = 900;

export class SpeechDetector {
  speaking = false;
  /** @type {number | null} */
  #since = null;

  /**
   * @param {number} level 0 to 100
   * @param {number} now milliseconds
   * @returns {Speech | null} what changed
   */
  hear(level, now) {
    const turning = this.speaking ? level < END : level >= BEGIN;
    if (!turning) {
      this.#since = null;
      return null;
    }
    this.#since ??= now;
    if (now - this.#since < (this.speaking ? END_AFTER : BEGIN_AFTER)) return null;
    return this.#change(!this.speaking, level);
  }

  /** The microphone is off. @returns {Speech | null} */
  silence() {
    return this.speaking ? this.#change(false, 0) : null;
  }

  /** @param {boolean} speaking @param {number} level @returns {Speech} */
  #change(speaking, level) {
    this.speaking = speaking;
    this.#since = null;
    return { speaking, level: Math.round(level) };
  }
}

/**
 * Loudness of samples on a scale people understand: 0 at -60 dB and below, 100 at full scale.
 *
 * @param {ArrayLike<number>} samples -1 to 1
 * @returns {number}
 */
export function loudness(samples) {
  let sum = 0;
  for (let i = 0; i < samples.length; i++) sum += samples[i] * samples[i];
  const rms = Math.sqrt(sum / Math.max(1, samples.length));
  const decibels = 20 * Math.log10(Math.max(rms, 1e-6));
  return Math.max(0, Math.min(100, ((decibels + 60) / 60) * 100));
}
