import { DevicePickers } from '../devices/device-pickers.js';
import { check } from '../ui/controls.js';
import { h, set } from '../ui/dom.js';
import { lineTrouble } from '../devices/line-trouble.js';

/**
 * The camera, and how one sees oneself.
 *
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Preferences } from '../platform/preferences.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { SettingsPage } from './settings-page.js'
 * @param {{local: LocalMedia, preferences: Preferences, t: Translate}} parts
 * @returns {SettingsPage}
 */
export function picturePage(parts) {
  const { local, preferences, t } = parts;
  const video = h('video', { class: 'settings-preview', autoplay: true, playsinline: true, muted: true, 'aria-hidden': 'true' });
  video.muted = true;
  const off = h('p', { class: 'hint' }, t('stage.settings.camera.off'));
  const trouble = lineTrouble(parts, 'camera');
  const blur = check(t('stage.settings.blur'), (wanted) => preferences.change({ blur: wanted }));
  const mirror = check(t('stage.view.mirror'), (mirrored) => preferences.change({ mirror: mirrored }));
  const own = check(t('stage.view.self'), (selfView) => preferences.change({ selfView }));
  /** @type {Array<() => void>} */
  let ends = [];
  const update = () => {
    const track = local.cameraOn ? local.lines.camera.track : null;
    const shown = /** @type {MediaStream | null} */ (video.srcObject)?.getVideoTracks()[0] ?? null;
    if (shown !== track) video.srcObject = track ? new MediaStream([track]) : null;
    set(video, 'hidden', !track);
    set(off, 'hidden', track !== null);
    video.classList.toggle('mirrored', preferences.now.mirror && local.facesOwner);
    set(blur, 'hidden', !local.canBlur);
    blur.show(preferences.now.blur);
    mirror.show(preferences.now.mirror);
    own.show(preferences.now.selfView);
    trouble.update();
  };
  return {
    label: t('stage.settings.picture'),
    content: [new DevicePickers(parts, ['camera']), trouble.element, video, off, blur, mirror, own],
    open() {
      if (ends.length === 0) ends = [local.onChange(update), preferences.onChange(update)];
      update();
    },
    rest() {
      ends.splice(0).forEach((end) => end());
      video.srcObject = null;
    },
  };
}
