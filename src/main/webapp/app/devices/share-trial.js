import { ScreenShare, shareTroubleHere } from '../media/screen.js';
import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';
import { shareTroubleWords } from './share-trouble.js';

/**
 * Sharing a screen, tried out before it counts: some systems want the browser started anew after the first time.
 *
 * @import { Translate } from '../ui/texts.js'
 * @param {Translate} t
 */
export function shareTrial(t) {
  const screen = new ScreenShare();
  const video = h('video', { class: 'settings-preview', autoplay: true, playsinline: true, muted: true, 'aria-hidden': 'true' });
  video.muted = true;
  const said = h('p', { class: 'said', role: 'status' });
  const test = button({
    icon: 'share',
    label: t('stage.settings.share.test'),
    kind: 'button secondary',
    onClick: () => (screen.on ? screen.stop() : void screen.start({ smooth: false, lowData: false })),
  });
  screen.onChange(update);
  return {
    content: [h('p', { class: 'hint' }, t('stage.settings.share.lead')), test, said, video],
    update,
    stop: () => screen.stop(),
  };

  function update() {
    const trouble = shareTroubleHere() ?? screen.trouble;
    const { video: track } = screen.tracks();
    video.srcObject = track && screen.surface !== 'monitor' ? new MediaStream([track]) : null;
    set(video, 'hidden', !video.srcObject);
    test.show(screen.on ? 'share-off' : 'share', t(screen.on ? 'stage.settings.share.end' : 'stage.settings.share.test'));
    test.disabled = shareTroubleHere() !== null;
    text(said, trouble ? shareTroubleWords(trouble, t) : screen.on ? t('stage.settings.share.works') : '');
  }
}
