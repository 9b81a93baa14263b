import { button, check } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';
import { CHECK_PAGE } from '../platform/pages.js';

/**
 * Data, sounds, and Plenum as a program.
 *
 * @import { Attention } from '../platform/attention.js'
 * @import { Install } from '../platform/install.js'
 * @import { Preferences } from '../platform/preferences.js'
 * @import { Sounds } from '../sound/sounds.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { SettingsPage } from './settings-page.js'
 * @param {{store: StoreOf<Shared, SharedAction>, preferences: Preferences, sounds: Sounds, install: Install, attention: Attention, t: Translate}} parts
 * @returns {SettingsPage}
 */
export function generalPage({ store, preferences, sounds, install, attention, t }) {
  const low = check(t('stage.settings.low-data'), (lowData) => preferences.change({ lowData }));
  const put = button({ icon: 'install', label: t('stage.settings.install'), kind: 'button secondary', onClick: () => void install.ask() });
  const notify = check(t('stage.settings.notify'), (on) => void attention.turn(on).then(showNotify));
  const notifyHint = h('p', { class: 'hint', role: 'status' });
  const doctor = button({ icon: 'signal', label: t('stage.check'), kind: 'button secondary', onClick: () => checkFrom(store) });
  const list = h('fieldset', { class: 'checks' });
  install.addEventListener('change', () => set(put, 'hidden', !install.isOffered));
  return {
    label: t('stage.settings.general'),
    content: [low, h('p', { class: 'hint' }, t('stage.settings.low-data.hint')), notify, notifyHint, doctor, list, put],
    open() {
      set(put, 'hidden', !install.isOffered);
      low.show(preferences.now.lowData);
      showNotify();
      // the topics of a meeting register their sounds; whoever opens this sees all of them
      list.replaceChildren(h('legend', {}, t('stage.settings.sounds')), ...sounds.names.map(soundSwitch));
    },
    rest: () => undefined,
  };

  function showNotify() {
    notify.show(attention.isOn);
    text(notifyHint, t(attention.isForbidden ? 'stage.settings.notify.forbidden' : 'stage.settings.notify.hint'));
  }

  /** @param {string} name */
  function soundSwitch(name) {
    const element = check(t(`stage.sounds.${name}`), (on) => {
      const others = preferences.now.silent.filter((one) => one !== name);
      preferences.change({ silent: on ? others : [...others, name] });
      sounds.play(name);
    });
    element.show(!preferences.now.silent.includes(name));
    return element;
  }
}

/** In the meeting beside it, before it on a page of its own. @param {StoreOf<Shared, SharedAction>} store */
function checkFrom(store) {
  if (store.state.stay.phase === 'meeting') store.dispatch({ type: 'dialog', dialog: 'connection' });
  else window.open(CHECK_PAGE);
}
