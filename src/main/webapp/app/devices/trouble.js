import { browserFamily } from '../media/device-errors.js';
import { h, icon } from '../ui/dom.js';
import { button } from '../ui/controls.js';

/**
 * The trouble of a device in words, and what helps.
 *
 * @import { Kind } from '../media/devices.js'
 * @import { DeviceTrouble } from '../media/device-errors.js'
 * @import { Translate } from '../ui/texts.js'
 */

/**
 * @param {Kind[]} kinds
 * @param {DeviceTrouble} trouble
 * @param {Translate} t
 * @param {() => void} tryAgain
 */
export function troubleCard(kinds, trouble, t, tryAgain) {
  const which = kinds.length > 1 ? 'both' : kinds[0];
  const card = h(
    'div',
    { class: 'trouble' },
    icon('warning'),
    h('div', {}, h('p', { class: 'trouble-what' }, troubleWords(trouble, t(`stage.device.${which}`), t)), ...fixes(trouble, t).map((fix) => h('p', {}, fix))),
  );
  card.append(h('a', { class: 'trouble-help', href: '/help#devices', target: '_blank', rel: 'noopener' }, t('stage.help.devices')));
  if (trouble !== 'unsupported' && trouble !== 'insecure') {
    card.append(button({ icon: 'right', label: t('stage.trouble.again'), kind: 'button secondary', onClick: tryAgain }));
  }
  return card;
}

/** @param {DeviceTrouble} trouble @param {string} device @param {Translate} t */
export function troubleWords(trouble, device, t) {
  switch (trouble) {
    case 'denied':
      return t('stage.trouble.denied', device);
    case 'dismissed':
      return t('stage.trouble.dismissed', device);
    case 'denied-by-system':
      return t('stage.trouble.denied-by-system', device);
    case 'not-found':
      return t('stage.trouble.not-found', device);
    case 'in-use':
      return t('stage.trouble.in-use', device);
    case 'overconstrained':
      return t('stage.trouble.overconstrained', device);
    case 'insecure':
      return t('stage.trouble.insecure');
    case 'unsupported':
      return t('stage.trouble.unsupported');
    case 'unknown':
      return t('stage.trouble.unknown', device);
  }
}

/** @param {DeviceTrouble} trouble @param {Translate} t @returns {string[]} */
function fixes(trouble, t) {
  switch (trouble) {
    case 'denied':
      return [addressBar(t), t('stage.fix.by-itself')];
    case 'dismissed':
      return [t('stage.fix.dismissed')];
    case 'denied-by-system':
      return [t('stage.fix.denied-by-system')];
    case 'not-found':
      return [t('stage.fix.not-found'), t('stage.fix.by-itself')];
    case 'in-use':
      return [t('stage.fix.in-use')];
    case 'overconstrained':
      return [t('stage.fix.overconstrained')];
    case 'insecure':
      return [t('stage.fix.insecure')];
    case 'unsupported':
      return [t('stage.fix.unsupported.chat'), t('stage.fix.unsupported')];
    case 'unknown':
      return [t('stage.fix.unknown')];
  }
}

/** @param {Translate} t */
function addressBar(t) {
  switch (browserFamily(navigator.userAgent)) {
    case 'ios':
      return t('stage.fix.denied.ios');
    case 'android':
      return t('stage.fix.denied.android');
    case 'firefox':
      return t('stage.fix.denied.firefox');
    case 'safari':
      return t('stage.fix.denied.safari');
    case 'chromium':
      return t('stage.fix.denied.chromium');
  }
}
