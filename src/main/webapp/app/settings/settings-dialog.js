import { dialog } from '../ui/dialog.js';
import { tabs } from '../ui/tabs.js';
import { generalPage } from './general-page.js';
import { picturePage } from './picture-page.js';
import { sharePage } from './share-page.js';
import { soundPage } from './sound-page.js';

/**
 * Everything one can set for oneself, before the meeting and in it. Its pages listen and look only while it is open.
 *
 * @typedef {Parameters<typeof soundPage>[0] & Parameters<typeof picturePage>[0] & Parameters<typeof sharePage>[0] & Parameters<typeof generalPage>[0]} SettingsParts
 */

/** @param {SettingsParts} parts @param {() => void} onClose */
export function settingsDialog(parts, onClose) {
  const { t } = parts;
  const pages = [soundPage(parts), picturePage(parts), sharePage(parts), generalPage(parts)];
  const closed = () => {
    pages.forEach((page) => page.rest());
    onClose();
  };
  const element = dialog({ title: t('stage.settings'), close: t('stage.dialog.close'), kind: 'settings', onClose: closed, content: [tabs(t('stage.settings'), pages)] });
  const toggle = element.toggle;
  return Object.assign(element, {
    /** @param {boolean} open */
    toggle(open) {
      if (open && !element.open) pages.forEach((page) => page.open());
      toggle(open);
    },
  });
}
