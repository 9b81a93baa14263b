import { TUNES } from './tunes.js';

/**
 * Short sounds that tell what happened. Each has a name; whoever wants one registers it, and it can then be switched off by that name.
 *
 * @import { Preferences } from '../platform/preferences.js'
 * @import { Tune } from './tunes.js'
 */

const LOUDNESS = 0.12;

export class Sounds {
  /** @type {Map<string, Tune>} */
  #tunes = new Map();
  /** @type {AudioContext | null} */
  #context = null;
  #preferences;

  /** @param {Preferences} preferences */
  constructor(preferences) {
    this.#preferences = preferences;
  }

  /** @param {string} name its label is the text `settings.sounds.<name>` @param {Tune} tune */
  register(name, tune) {
    this.#tunes.set(name, tune);
  }

  /** @param {string} name */
  play(name) {
    const tune = this.#tunes.get(name);
    if (tune && !this.#preferences.now.silent.includes(name)) void this.#sound(tune);
  }

  /** Through the chosen speaker, to hear whether it is the right one. */
  async test() {
    await this.#sound(TUNES.test);
  }

  /** @param {Tune} tune */
  async #sound(tune) {
    const context = (this.#context ??= new AudioContext());
    try {
      await route(context, this.#preferences.now.speaker);
      if (context.state === 'suspended') await context.resume();
    } catch {
      // the browser wants a click first, or the speaker is gone: the next sound will be heard
    }
    const start = context.currentTime + 0.02;
    for (const { at, frequency, seconds } of tune) ring(context, start + at, frequency, seconds);
  }
}

/** @param {AudioContext} context @param {string} speaker */
async function route(context, speaker) {
  const routable = /** @type {AudioContext & {sinkId?: string, setSinkId?(id: string): Promise<void>}} */ (context);
  if (routable.setSinkId && routable.sinkId !== speaker) await routable.setSinkId(speaker);
}

/** A soft bell: begins at once, fades away. @param {AudioContext} context @param {number} at @param {number} frequency @param {number} seconds */
function ring(context, at, frequency, seconds) {
  const tone = new OscillatorNode(context, { type: 'sine', frequency });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.012);
  gain.gain.exponentialRampToValueAtTime(0.0005, at + seconds);
  tone.connect(gain).connect(context.destination);
  tone.start(at);
  tone.stop(at + seconds + 0.02);
}
