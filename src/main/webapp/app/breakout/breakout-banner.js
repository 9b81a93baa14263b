import { button } from '../ui/controls.js';
import { h, icon, set, text } from '../ui/dom.js';
import { nameOf } from '../state/people.js';
import { roomName, standingCalls } from './slice.js';

/**
 * Banners for messages to all rooms and for rooms that call a moderator, until they are dismissed.
 *
 * @import { BreakoutCall } from '../protocol/breakout.js'
 * @import { Send } from '../session/session.js'
 * @import { BreakoutStore, BreakoutView } from './slice.js'
 * @import { Translate } from '../ui/texts.js'
 */

/** @param {{store: BreakoutStore, send: Send, t: Translate}} parts */
export function breakoutBanner({ store, send, t }) {
  /** @type {BreakoutCall | null} */
  let call = null;
  const words = h('span', { dir: 'auto' });
  const join = button({ icon: 'right', label: t('stage.breakout.join'), kind: 'button primary', onClick: () => call && send({ type: 'breakout-go', room: call.room }) });
  const done = button({ icon: 'check', label: t('stage.breakout.help.done'), kind: 'button secondary', onClick: () => call && send({ type: 'breakout-helped', room: call.room }) });
  const help = h('div', { class: 'banner calls', hidden: true }, icon('hand'), words, h('div', { class: 'banner-actions' }, join, done));
  const said = h('p', { class: 'announcement', dir: 'auto' });
  const by = h('strong', { dir: 'auto' });
  const read = button({ icon: 'check', label: t('stage.breakout.announcement.read'), kind: 'button secondary', onClick: () => store.dispatch({ type: 'announcement-read' }) });
  const news = h('div', { class: 'banner calls', hidden: true }, icon('info'), h('div', { class: 'announcement-words' }, by, said), read);
  // said once, and only the words: a live region that holds buttons would read them all
  const aloud = h('p', { class: 'off-screen', role: 'alert' });
  const element = h('div', { class: 'breakout-banners' }, help, news, aloud);
  /** @type {BreakoutView['breakout']['announced']} */
  let shown = null;
  return {
    element,
    /** @param {BreakoutView} state */
    update(state) {
      showCall(state, standingCalls(state)[0] ?? null);
      const { announced } = state.breakout;
      if (announced === shown) return;
      shown = announced;
      set(news, 'hidden', announced === null);
      if (!announced) return;
      text(by, t('stage.breakout.announcement', announced.by));
      text(said, announced.text);
      text(aloud, `${t('stage.breakout.announcement', announced.by)} ${announced.text}`);
    },
  };

  /** @param {BreakoutView} state @param {BreakoutCall | null} next */
  function showCall(state, next) {
    const fresh = next !== null && (next.room !== call?.room || next.participant !== call.participant);
    call = next;
    set(help, 'hidden', next === null);
    if (!next) return;
    text(words, t('stage.breakout.help.asked', nameOf(state, next.participant), roomName(state, next.room)));
    if (fresh) text(aloud, words.textContent ?? '');
  }
}
