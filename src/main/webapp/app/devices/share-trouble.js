import { h, text } from '../ui/dom.js';

/**
 * Why one's screen cannot be shared, and what helps.
 *
 * @import { ShareTrouble } from '../media/share-errors.js'
 * @import { Translate } from '../ui/texts.js'
 */

/** @param {{sharing: {trouble: ShareTrouble | null, screen: {trouble: ShareTrouble | null}}, t: Translate}} parts */
export function shareTroubleContent({ sharing, t }) {
  const what = h('p', { class: 'trouble-what' });
  const fix = h('p', {});
  return {
    element: h('div', { class: 'share-trouble' }, what, fix),
    update() {
      const trouble = sharing.trouble ?? sharing.screen.trouble;
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
    case 'switched-off':
      return t('stage.share.trouble.switched-off');
    case 'no-camera':
      return t('stage.share.trouble.no-camera');
    case 'stopped':
      return t('stage.share.trouble.stopped');
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
    case 'switched-off':
    case 'no-camera':
      return t('stage.share.fix.rule');
    case 'stopped':
      return t('stage.share.fix.stopped');
  }
}
