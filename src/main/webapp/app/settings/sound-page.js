import { LevelMeter } from '../media/level-meter.js';
import { DevicePickers, levelBar } from '../devices/device-pickers.js';
import { button, check } from '../ui/controls.js';
import { h } from '../ui/dom.js';
import { lineTrouble } from '../devices/line-trouble.js';

/**
 * Microphone and speaker: which, how loud, how it sounds.
 *
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Preferences } from '../platform/preferences.js'
 * @import { Sounds } from '../sound/sounds.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { SettingsPage } from './settings-page.js'
 * @param {{local: LocalMedia, preferences: Preferences, sounds: Sounds, t: Translate}} parts
 * @returns {SettingsPage}
 */
export function soundPage(parts) {
  const { local, preferences, sounds, t } = parts;
  const level = levelBar();
  const meter = new LevelMeter((loudness) => level.show(loudness));
  const trouble = lineTrouble(parts, 'microphone');
  const noise = check(t('stage.settings.noise'), (noiseSuppression) => preferences.change({ noiseSuppression }));
  const echo = check(t('stage.settings.echo'), (echoCancellation) => preferences.change({ echoCancellation }));
  const test = button({ icon: 'volume', label: t('stage.settings.test'), kind: 'button secondary', onClick: () => void sounds.test() });
  /** @type {(() => void) | null} */
  let end = null;
  const update = () => {
    noise.show(preferences.now.noiseSuppression);
    echo.show(preferences.now.echoCancellation);
    meter.listen(local.microphoneOn ? local.lines.microphone.track : null);
    trouble.update();
  };
  return {
    label: t('stage.settings.sound'),
    content: [new DevicePickers(parts, ['microphone']), level, trouble.element, noise, echo, h('hr', {}), new DevicePickers(parts, ['speaker']), test],
    open() {
      end ??= local.onChange(update);
      update();
    },
    rest() {
      end?.();
      end = null;
      meter.close();
    },
  };
}
