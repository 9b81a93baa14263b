/**
 * Short sounds, made by the browser itself, each of which its listener can switch off; the choice is kept in this browser.
 *
 * @typedef {'message' | 'reaction' | 'hand'} Sound
 * @typedef {Array<{at: number, pitch: number, lasts: number}>} Tones seconds and hertz
 */

/** @type {Readonly<Record<Sound, Tones>>} */
const TONES = {
  message: [{ at: 0, pitch: 660, lasts: 0.09 }, { at: 0.09, pitch: 880, lasts: 0.14 }],
  reaction: [{ at: 0, pitch: 1046, lasts: 0.07 }, { at: 0.06, pitch: 1318, lasts: 0.07 }, { at: 0.12, pitch: 1568, lasts: 0.12 }],
  hand: [{ at: 0, pitch: 523, lasts: 0.16 }, { at: 0.14, pitch: 784, lasts: 0.22 }],
};
const LOUDNESS = 0.08;
/** Many at once are one. */
const APART = 400;

export class Sounds extends EventTarget {
  /** @type {AudioContext | null} */
  #context = null;
  #last = new Map();

  /** @param {Sound} sound */
  isOn(sound) {
    try {
      return localStorage.getItem(`plenum-sound-${sound}`) !== 'off';
    } catch {
      return true;
    }
  }

  /** @param {Sound} sound @param {boolean} on */
  turn(sound, on) {
    try {
      localStorage.setItem(`plenum-sound-${sound}`, on ? 'on' : 'off');
    } catch {
      // storage may be forbidden; then the choice cannot be kept
    }
    this.dispatchEvent(new Event('change'));
    if (on) this.play(sound);
  }

  /** Plays, unless it is switched off or has just been played. @param {Sound} sound */
  play(sound) {
    const now = performance.now();
    if (!this.isOn(sound) || now - (this.#last.get(sound) ?? -APART) < APART) return;
    this.#last.set(sound, now);
    try {
      this.#context ??= new AudioContext();
      void this.#context.resume();
      for (const tone of TONES[sound]) this.#sound(this.#context, tone);
    } catch {
      // no sound device: what the sound says is on the screen, too
    }
  }

  /** @param {AudioContext} context @param {Tones[number]} tone */
  #sound(context, { at, pitch, lasts }) {
    const begin = context.currentTime + at;
    const oscillator = context.createOscillator();
    const volume = context.createGain();
    oscillator.type = 'sine';
    oscillator.frequency.value = pitch;
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(LOUDNESS, begin + 0.01);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + lasts);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(begin);
    oscillator.stop(begin + lasts);
  }
}
