import { LevelMeter } from '../media/level-meter.js';
import { DevicePickers, levelBar } from '../devices/device-pickers.js';
import { troubleCard } from '../devices/trouble.js';
import { shareTrial } from '../devices/share-trial.js';
import { button } from '../ui/controls.js';
import { h, set } from '../ui/dom.js';

/**
 * Microphone, camera, speaker and screen tried out without a meeting; nobody sees or hears it, and nothing is asked before a click.
 *
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Sounds } from '../sound/sounds.js'
 * @import { Translate } from '../ui/texts.js'
 * @param {{local: LocalMedia, sounds: Sounds, t: Translate}} parts
 */
export function deviceCheck({ local, sounds, t }) {
  const video = h('video', { class: 'settings-preview mirrored', autoplay: true, playsinline: true, muted: true, 'aria-hidden': 'true', hidden: true });
  video.muted = true;
  const level = levelBar();
  set(level, 'hidden', true);
  const meter = new LevelMeter((loudness) => level.show(loudness));
  const troubles = h('div', { 'aria-live': 'polite' });
  const pickers = h('div', { class: 'pickers', hidden: true }, new DevicePickers({ local, t }));
  const start = button({ icon: 'camera', label: t('stage.check.devices.start'), kind: 'button secondary', onClick: () => (isOpen() ? local.close() : void local.ask()) });
  const sound = button({ icon: 'volume', label: t('stage.settings.test'), kind: 'button secondary', onClick: () => void sounds.test() });
  const share = shareTrial(t);
  share.update();
  local.onChange(update);
  return h(
    'section',
    { class: 'device-check' },
    h('h2', {}, t('stage.check.devices')),
    h('p', { class: 'hint' }, t('stage.check.devices.lead')),
    h('div', { class: 'check-actions' }, start, sound),
    troubles,
    video,
    level,
    pickers,
    h('h3', {}, t('stage.settings.share')),
    ...share.content,
  );

  function isOpen() {
    return local.lines.microphone.track !== null || local.lines.camera.track !== null;
  }

  function update() {
    const { microphone, camera } = local.lines;
    const picture = camera.track;
    set(video, 'hidden', !picture);
    const shown = /** @type {MediaStream | null} */ (video.srcObject)?.getVideoTracks()[0] ?? null;
    if (shown !== picture) video.srcObject = picture ? new MediaStream([picture]) : null;
    meter.listen(microphone.track);
    set(level, 'hidden', !microphone.track);
    set(pickers, 'hidden', !isOpen());
    start.show(isOpen() ? 'camera-off' : 'camera', t(isOpen() ? 'stage.check.devices.end' : 'stage.check.devices.start'));
    set(start, 'aria-pressed', String(isOpen()));
    const lines = /** @type {const} */ (['microphone', 'camera']);
    troubles.replaceChildren(
      ...lines.flatMap((kind) => {
        const { trouble } = local.lines[kind];
        return trouble ? [troubleCard([kind], trouble, t, () => void local.ask())] : [];
      }),
    );
  }
}
