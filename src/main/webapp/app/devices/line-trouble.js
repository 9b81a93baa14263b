import { troubleCard } from './trouble.js';
import { h } from '../ui/dom.js';

/**
 * The trouble of a device that should be on, and a button to request it again.
 *
 * @import { Kind } from '../media/devices.js'
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Translate } from '../ui/texts.js'
 * @param {{local: LocalMedia, t: Translate}} parts
 * @param {Kind} kind
 */
export function lineTrouble({ local, t }, kind) {
  const element = h('div', { class: 'line-trouble', 'aria-live': 'polite' });
  /** @type {string | null} */
  let shown = null;
  return {
    element,
    update() {
      const { wanted, trouble } = local.lines[kind];
      const now = wanted ? trouble : null;
      if (now === shown) return;
      shown = now;
      element.replaceChildren(...(now ? [troubleCard([kind], now, t, () => void local.ask())] : []));
    },
  };
}
