import { h, icon, set, text } from '../ui/dom.js';
import { ordered } from '../ui/ordered.js';

/**
 * The messages that are not stored yet, below the log, with their state.
 *
 * @import { Item } from '../state/unsent.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { ChatActions } from './actions.js'
 */

/** Less than this, and nobody needs to know that it is under way. */
const QUICK = 800;

/** @param {ChatActions} actions @param {Translate} t @param {(text: string) => void} takeUp puts a refused text back into the field */
export function pendingView(actions, t, takeUp) {
  const element = h('ul', { class: 'pending', 'aria-live': 'polite', 'aria-label': t('stage.chat.pending') });

  /** @param {Item} item */
  function make(item) {
    const words = h('p', { class: 'message-text', dir: 'auto' });
    const state = h('span', { class: 'pending-state' }, icon('clock'), h('span', {}));
    const again = h('button', { type: 'button', class: 'small', onclick: () => actions.tryAgain(item.key) }, t('stage.chat.again'));
    const take = h('button', { type: 'button', class: 'small', onclick: () => takeBack(item) }, t('stage.chat.take-up'));
    const row = h('li', { class: 'message', 'data-own': true }, words, state, h('div', { class: 'pending-tools' }, again, take));
    window.setTimeout(() => (row.dataset.late = ''), QUICK);
    return row;
  }

  /** @param {Item} item */
  function takeBack(item) {
    takeUp(textOf(item));
    actions.drop(item.key);
  }

  return {
    element,
    /** @param {readonly Item[]} unsent */
    update(unsent) {
      const items = unsent.filter((item) => textOf(item) !== '' || item.state === 'refused');
      set(element, 'hidden', items.length === 0);
      ordered(element, items.filter((item) => item.key.startsWith('chat-')), (item) => item.key, make, (row, item) => {
        row.dataset.state = item.state;
        text(row.children[0], textOf(item));
        text(/** @type {Element} */ (row.children[1].lastElementChild), t(wordsOf(item)));
        set(row.children[2], 'hidden', item.state !== 'refused');
      });
    },
  };
}

/** @param {Item} item */
function textOf({ message }) {
  return message.type === 'chat-send' || message.type === 'chat-edit' ? message.text : '';
}

/** @param {Item} item */
function wordsOf({ state, reason }) {
  if (state !== 'refused') return reason === 'throttled' ? 'stage.chat.pending.throttled' : 'stage.chat.pending.waiting';
  return `stage.chat.refused.${reason}`;
}
