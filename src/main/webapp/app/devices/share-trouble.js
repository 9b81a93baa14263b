import { shareTroubleHere } from '../media/screen.js';
import { h, text } from '../ui/dom.js';

/**
 * Why one's screen cannot be shared, and what helps.
 *
 * @import { ShareTrouble } from '../media/share-errors.js'
 * @import { ScreenShare } from '../media/screen.js'
 * @import { Translate } from '../ui/texts.js'
 */

/** @param {{screen: Pick<ScreenShare, 'trouble'>, t: Translate}} parts */
export function shareTroubleContent({ screen, t }) {
  const what = h('p', { class: 'trouble-what' });
  const fix = h('p', {});
  return {
    element: h('div', { class: 'share-trouble' }, what, fix),
    update() {
      const trouble = shareTroubleHere() ?? screen.trouble;
      if (!trouble) return;
      text(what, shareTroubleWords(trouble, t));
      text(fix, fixFor(trouble, t));
    },
  };
}

/** @param {ShareTrouble} trouble @param {Translate} t */
export function shareTroubleWords(trouble, t) {
  switch (trouble) {
    case 'insecure':
      return t('stage.share.trouble.insecure');
    case 'ios':
      return t('stage.share.trouble.ios');
    case 'android':
      return t('stage.share.trouble.android');
    case 'unsupported':
      return t('stage.share.trouble.unsupported');
    case 'policy':
      return t('stage.share.trouble.policy');
    case 'denied-by-system':
      return t('stage.share.trouble.denied-by-system');
    case 'unreadable':
      return t('stage.share.trouble.unreadable');
    case 'unknown':
      return t('stage.share.trouble.unknown');
  }
}

/** @param {ShareTrouble} trouble @param {Translate} t */
function fixFor(trouble, t) {
  switch (trouble) {
    case 'insecure':
      return t('stage.fix.insecure');
    case 'ios':
    case 'android':
      return t('stage.share.fix.phone');
    case 'unsupported':
      return t('stage.fix.unsupported');
    case 'policy':
      return t('stage.share.fix.policy');
    case 'denied-by-system':
      return /Mac/.test(navigator.userAgent) ? t('stage.share.fix.macos') : t('stage.share.fix.system');
    case 'unreadable':
    case 'unknown':
      return t('stage.share.fix.again');
  }
}
