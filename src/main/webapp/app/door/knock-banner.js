import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';
import { newKnocks } from './slice.js';

/**
 * Tells moderators of a knock by a banner and a sound and, in a hidden tab with permission, by a notification.
 *
 * @import { Knock } from '../protocol/door.js'
 * @import { Attention } from '../platform/attention.js'
 * @import { Send } from '../session/session.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { DoorStore, DoorView } from './slice.js'
 */

/** @param {{store: DoorStore, send: Send, attention: Attention, t: Translate}} parts */
export function knockBanner({ store, send, attention, t }) {
  /** @type {readonly Knock[]} */
  let before = [];
  const words = h('span', { dir: 'auto' });
  const admit = button({ icon: 'check', label: t('stage.lobby.admit'), kind: 'button primary', onClick: () => decide('admit') });
  const refuse = button({ icon: 'close', label: t('stage.lobby.refuse'), kind: 'button secondary', onClick: () => decide('refuse') });
  const admitAll = button({ icon: 'check', label: t('stage.lobby.admit-all'), kind: 'button primary', onClick: () => send({ type: 'admit-all' }) });
  const show = button({ icon: 'people', label: t('stage.lobby.show'), kind: 'button secondary', onClick: () => store.dispatch({ type: 'panel', panel: 'desk' }) });
  const element = h('div', { class: 'banner knocks', hidden: true }, words, h('div', { class: 'banner-actions' }, admit, refuse, admitAll, show));
  // said once, and only the words: a live region that holds buttons would read them all
  const said = h('p', { class: 'off-screen', role: 'alert' });
  return {
    element,
    said,
    /** @param {DoorView} state */
    update({ door, stay }) {
      const now = door.knocking;
      if (now === before) return;
      const fresh = newKnocks(before, now);
      before = now;
      set(element, 'hidden', now.length === 0);
      const one = now.length === 1;
      text(words, one ? t('stage.lobby.one', now[0].name) : t('stage.lobby.several', now.length));
      for (const part of [admit, refuse]) set(part, 'hidden', !one);
      for (const part of [admitAll, show]) set(part, 'hidden', one);
      if (now.length === 0) text(said, '');
      if (fresh.length === 0) return;
      text(said, fresh.length === 1 ? t('stage.lobby.one', fresh[0].name) : t('stage.lobby.several', now.length));
      attention.call({ title: stay.meeting.name, body: said.textContent ?? '', tag: 'plenum-knock' });
    },
  };

  /** The one whose name was shown, and nobody who came meanwhile. @param {'admit' | 'refuse'} type */
  function decide(type) {
    if (before.length === 1) send({ type, knock: before[0].id });
  }
}
