import { shareTrial } from '../devices/share-trial.js';
import { check } from '../ui/controls.js';
import { h } from '../ui/dom.js';

/**
 * Sharing a screen: a trial, and what it is for.
 *
 * @import { Preferences } from '../platform/preferences.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { SettingsPage } from './settings-page.js'
 * @param {{preferences: Preferences, t: Translate}} parts
 * @returns {SettingsPage}
 */
export function sharePage({ preferences, t }) {
  const trial = shareTrial(t);
  const smooth = check(t('stage.settings.share.smooth'), (smoothShare) => preferences.change({ smoothShare }));
  return {
    label: t('stage.settings.share'),
    content: [...trial.content, smooth, h('p', { class: 'hint' }, t('stage.settings.share.smooth.hint'))],
    open() {
      smooth.show(preferences.now.smoothShare);
      trial.update();
    },
    rest: () => trial.stop(),
  };
}
