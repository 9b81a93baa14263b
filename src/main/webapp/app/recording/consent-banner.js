import { button } from '../ui/controls.js';
import { h, icon, set, text } from '../ui/dom.js';
import { isAsked } from './slice.js';

/**
 * Asks whether the reader wants to be in the recording, until they have said so.
 *
 * @import { Translate } from '../ui/texts.js'
 * @import { RecordingActions } from './actions.js'
 * @import { RecordingView } from './slice.js'
 * @param {{actions: RecordingActions, t: Translate}} parts
 */
export function consentBanner({ actions, t }) {
  const words = h('span', { dir: 'auto' });
  const yes = button({ icon: 'check', label: t('stage.recording.yes'), kind: 'button primary', onClick: () => actions.consent(true) });
  const no = button({ icon: 'close', label: t('stage.recording.no'), kind: 'button secondary', onClick: () => actions.consent(false) });
  const aloud = h('p', { class: 'off-screen', role: 'alert' });
  const banner = h('div', { class: 'banner calls', role: 'group', 'aria-label': t('stage.recording'), hidden: true }, icon('record'), words, h('div', { class: 'banner-actions' }, yes, no));
  return {
    element: h('div', { class: 'recording-banners' }, banner, aloud),
    /** @param {RecordingView} state */
    update({ recording }) {
      const asked = isAsked(recording);
      set(banner, 'hidden', !asked);
      const question = asked ? `${t('stage.recording.ask', recording.by)} ${t(recording.silence ? 'stage.recording.ask.silence' : 'stage.recording.ask.answer')}` : '';
      text(words, question);
      text(aloud, question);
    },
  };
}
