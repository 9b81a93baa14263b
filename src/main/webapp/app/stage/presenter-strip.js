import { queue } from '../reaction/slice.js';
import { h, icon, set, text } from '../ui/dom.js';
import { clock } from '../ui/time-left.js';

/**
 * For whoever shares a screen, beside what they share: who has raised a hand, how many messages wait, and for how long it has been.
 *
 * @import { Sharing } from '../session/sharing.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { PageState, PageStore } from './page-state.js'
 */

/** Names that are told; of more, how many. */
const NAMES = 3;

/** @param {{store: PageStore, sharing: Sharing, t: Translate}} parts */
export function presenterStrip({ store, sharing, t }) {
  const hands = h('span', { class: 'strip-item', dir: 'auto' });
  const chat = h('button', { type: 'button', class: 'strip-item strip-chat', onclick: () => store.dispatch({ type: 'dock', dock: 'chat' }) });
  const time = h('span', { class: 'strip-item', role: 'timer' });
  const handItem = h('span', { class: 'strip-part' }, icon('hand'), hands);
  const chatItem = h('span', { class: 'strip-part' }, icon('chat'), chat);
  const element = h('div', { class: 'presenter-strip', role: 'group', 'aria-label': t('stage.presenter') }, handItem, chatItem, h('span', { class: 'strip-part' }, icon('clock'), time));
  /** @type {number | null} */
  let began = null;
  /** @type {number | undefined} */
  let ticking;
  return { element, follow };

  /** @returns {() => void} ends it */
  function follow() {
    const ends = [store.subscribe(update, ['hands', 'chat', 'people']), sharing.onChange(shared)];
    shared();
    return () => {
      ends.forEach((end) => end());
      window.clearInterval(ticking);
      ticking = undefined;
    };
  }

  function shared() {
    const { on } = sharing.screen;
    if (on === (began !== null) && on === (ticking !== undefined)) return;
    began = on ? (began ?? performance.now()) : null;
    window.clearInterval(ticking);
    ticking = on ? window.setInterval(tick, 1000) : undefined;
    tick();
  }

  function tick() {
    if (began === null) return;
    const now = clock(Math.floor((performance.now() - began) / 1000));
    text(time, now);
    set(time, 'aria-label', t('stage.presenter.time', now));
  }

  /** @param {PageState} state */
  function update({ hands: raised, people, chat: { unread } }) {
    const names = queue(raised, people.participants).map(({ name }) => name);
    set(handItem, 'hidden', names.length === 0);
    const more = names.length - NAMES;
    const told = names.slice(0, NAMES).join(', ');
    text(hands, more > 0 ? t('stage.presenter.hands.more', told, more) : told);
    set(hands, 'aria-label', t('stage.presenter.hands', names.join(', ')));
    set(chatItem, 'hidden', unread === 0);
    text(chat, String(unread));
    set(chat, 'aria-label', t('stage.presenter.chat', unread));
  }
}
