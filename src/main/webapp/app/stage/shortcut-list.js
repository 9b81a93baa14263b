import { h } from '../ui/dom.js';

/** The list of keyboard shortcuts. @param {import('../ui/texts.js').Translate} t @param {readonly import('../state/view.js').Dock[]} docks */
export function shortcutList(t, docks) {
  const rows = [
    ['M', t('stage.shortcut.mic')],
    ['V', t('stage.shortcut.camera')],
    ['P', t('stage.shortcut.people')],
    ['S', t('stage.shortcut.share')],
    ...(docks.includes('chat') ? [['C', t('stage.shortcut.chat')]] : []),
    ['H', t('stage.shortcut.hand')],
    [t('stage.key.space'), t('stage.shortcut.talk')],
    ['?', t('stage.shortcut.list')],
    [t('stage.key.escape'), t('stage.shortcut.escape')],
  ];
  return h('dl', { class: 'shortcuts' }, ...rows.map(([key, words]) => h('div', {}, h('dt', {}, h('kbd', {}, key)), h('dd', {}, words))));
}
