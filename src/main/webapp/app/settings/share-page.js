import { ScreenShare, shareTroubleHere } from '../media/screen.js';
import { shareTroubleWords } from '../devices/share-trouble.js';
import { button, check } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';

/**
 * Sharing a screen: tried out before it counts, since some systems want the browser started anew after the first time.
 *
 * @param {import('../stage/stage-view.js').StageParts} parts
 * @returns {import('./settings-dialog.js').SettingsPage}
 */
export function sharePage({ preferences, t }) {
  const screen = new ScreenShare();
  const video = h('video', { class: 'settings-preview', autoplay: true, playsinline: true, muted: true, 'aria-hidden': 'true' });
  video.muted = true;
  const said = h('p', { class: 'said', role: 'status' });
  const smooth = check(t('stage.settings.share.smooth'), (smoothShare) => preferences.change({ smoothShare }));
  const test = button({
    icon: 'share',
    label: t('stage.settings.share.test'),
    kind: 'button secondary',
    onClick: () => (screen.on ? screen.stop() : void screen.start({ smooth: false, lowData: false })),
  });
  const update = () => {
    const trouble = shareTroubleHere() ?? screen.trouble;
    const { video: track } = screen.tracks();
    video.srcObject = track && screen.surface !== 'monitor' ? new MediaStream([track]) : null;
    set(video, 'hidden', !video.srcObject);
    test.show(screen.on ? 'share-off' : 'share', t(screen.on ? 'stage.settings.share.end' : 'stage.settings.share.test'));
    test.disabled = shareTroubleHere() !== null;
    text(said, trouble ? shareTroubleWords(trouble, t) : screen.on ? t('stage.settings.share.works') : '');
  };
  screen.onChange(update);
  return {
    label: t('stage.settings.share'),
    content: [h('p', { class: 'hint' }, t('stage.settings.share.lead')), test, said, video, smooth, h('p', { class: 'hint' }, t('stage.settings.share.smooth.hint'))],
    open() {
      smooth.show(preferences.now.smoothShare);
      update();
    },
    rest: () => screen.stop(),
  };
}
