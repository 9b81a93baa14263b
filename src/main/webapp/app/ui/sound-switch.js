import { button } from './controls.js';
import { set } from './dom.js';

/**
 * Switches one sound off and on.
 *
 * @param {import('./sounds.js').Sounds} sounds
 * @param {import('./sounds.js').Sound} sound
 * @param {{off: string, on: string}} labels what a click does
 */
export function soundSwitch(sounds, sound, labels) {
  const element = button({ icon: 'volume', label: labels.off, kind: 'round', onClick: () => sounds.turn(sound, !sounds.isOn(sound)) });
  const show = () => {
    const on = sounds.isOn(sound);
    element.show(on ? 'volume' : 'volume-off', on ? labels.off : labels.on);
    set(element, 'data-off', !on);
  };
  sounds.addEventListener('change', show);
  show();
  return element;
}
