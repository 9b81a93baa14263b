import { button } from '../ui/controls.js';
import { dialog } from '../ui/dialog.js';
import { h } from '../ui/dom.js';
import { tabs } from '../ui/tabs.js';
import { picturePage } from './picture-page.js';
import { sharePage } from './share-page.js';
import { soundPage } from './sound-page.js';

/**
 * What one can set of one's media, before the meeting and in it. Its pages listen and look only while it is open. Everything else is on the page of
 * personal settings.
 *
 * @typedef {Parameters<typeof soundPage>[0] & Parameters<typeof picturePage>[0] & Parameters<typeof sharePage>[0]} SettingsParts
 */

/** @param {SettingsParts} parts @param {() => void} onClose @param {() => void} onMore opens the personal settings */
export function settingsDialog(parts, onClose, onMore) {
  const { t } = parts;
  const pages = [soundPage(parts), picturePage(parts), sharePage(parts)];
  const closed = () => {
    pages.forEach((page) => page.rest());
    onClose();
  };
  const more = h('p', { class: 'dialog-foot' }, button({ icon: 'gear', label: t('stage.settings.more'), short: t('stage.settings.more'), kind: 'button secondary', onClick: onMore }));
  const element = dialog({ title: t('stage.settings'), close: t('stage.dialog.close'), kind: 'settings', onClose: closed, content: [tabs(t('stage.settings'), pages), more] });
  const toggle = element.toggle;
  return Object.assign(element, {
    /** @param {boolean} open */
    toggle(open) {
      if (open && !element.open) pages.forEach((page) => page.open());
      toggle(open);
    },
  });
}
