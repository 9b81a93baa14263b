import { button } from '../ui/controls.js';
import { h, icon, set, text } from '../ui/dom.js';
import { presenterStrip } from './presenter-strip.js';

/**
 * Says for as long as it lasts that one is sharing, and what, next to the button that ends it.
 *
 * @import { Surface } from '../media/screen.js'
 * @import { Sharing } from '../session/sharing.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { PageStore } from './page-state.js'
 */

/** @param {{store: PageStore, sharing: Sharing, t: Translate}} parts */
export function shareBar({ store, sharing, t }) {
  const strip = presenterStrip({ store, sharing, t });
  const { screen } = sharing;
  const words = h('span', {});
  const stop = button({ icon: 'share-off', label: t('stage.share.stop'), kind: 'button secondary', onClick: () => void sharing.toggle() });
  const element = h('div', { class: 'share-bar', role: 'status', hidden: true }, icon('share'), words, strip.element, stop);
  const update = () => {
    set(element, 'hidden', !screen.on);
    if (screen.on) text(words, [wordsFor(screen.surface, t), soundWords(screen.hasSound, sharing.silent, t)].filter(Boolean).join(' '));
  };
  return {
    element,
    follow() {
      update();
      const ends = [sharing.onChange(update), strip.follow()];
      return () => ends.forEach((end) => end());
    },
  };
}

/** @param {boolean} hasSound @param {boolean} silent @param {Translate} t */
function soundWords(hasSound, silent, t) {
  if (!hasSound) return t('stage.share.no-sound');
  return silent ? t('stage.share.silent') : '';
}

/** @param {Surface | null} surface @param {Translate} t */
function wordsFor(surface, t) {
  switch (surface) {
    case 'monitor':
      return t('stage.share.on.monitor');
    case 'window':
      return t('stage.share.on.window');
    case 'browser':
      return t('stage.share.on.browser');
    default:
      return t('stage.share.own');
  }
}
