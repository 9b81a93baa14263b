import { TUNES } from './tunes.js';

/**
 * Registers sounds of which many at once are heard as one.
 *
 * @import { Sounds } from './sounds.js'
 * @param {Sounds} sounds
 * @param {readonly string[]} names
 * @param {number} least milliseconds from one to the next
 * @returns {(name: string) => void} plays one of them
 */
export function apart(sounds, names, least) {
  for (const name of names) sounds.register(name, TUNES[name]);
  let quietUntil = 0;
  return (name) => {
    if (performance.now() < quietUntil) return;
    quietUntil = performance.now() + least;
    sounds.play(name);
  };
}
