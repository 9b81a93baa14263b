import { h, set, text } from '../ui/dom.js';
import { ordered } from '../ui/ordered.js';
import { keyOf, withFocused, wordsOf } from './reminders.js';

/**
 * Reminders as cards, in the corner of every page: read out when they appear, and not when their minutes count down. A card that has the focus
 * stays until the focus leaves it.
 *
 * @import { Reminder } from '../protocol/person.js'
 */

/** A screen reader has begun to say a new card by then. */
const SAID_AFTER = 3000;

export class ReminderCards {
  #holder;
  #onAway;
  /** @type {readonly Reminder[]} */
  #shown = [];

  /** @param {HTMLElement} holder with the texts as data @param {(reminder: Reminder) => void} onAway */
  constructor(holder, onAway) {
    this.#holder = holder;
    this.#onAway = onAway;
  }

  /** @param {readonly Reminder[]} reminders the earliest first @param {number} now */
  show(reminders, now) {
    const focused = this.#shown.find((one) => this.#cardOf(one)?.contains(document.activeElement));
    this.#shown = withFocused(reminders, focused);
    ordered(this.#holder, this.#shown, keyOf, (one) => this.#make(one), (card, one) => this.#update(card, one, now));
  }

  /** @param {Reminder} reminder */
  #cardOf(reminder) {
    return [...this.#holder.children].find((card) => /** @type {HTMLElement} */ (card).dataset.key === keyOf(reminder));
  }

  /** @param {Reminder} reminder */
  #make(reminder) {
    const { join, away } = this.#holder.dataset;
    const when = h('span', { class: 'reminder-when' });
    const button = h('button', { type: 'button', class: 'button secondary', onclick: () => this.#away(button, reminder) }, away);
    const card = h(
      'section',
      { class: 'reminder card' },
      h('p', {}, h('strong', { dir: 'auto' }), when),
      h('div', { class: 'actions' }, reminder.meeting && h('a', { class: 'button primary', href: reminder.meeting }, join), button),
    );
    window.setTimeout(() => set(when, 'aria-live', 'off'), SAID_AFTER);
    return card;
  }

  /** @param {HTMLElement} card @param {Reminder} reminder @param {number} now */
  #update(card, reminder, now) {
    const { soon = '', now: begun = '' } = this.#holder.dataset;
    text(/** @type {HTMLElement} */ (card.querySelector('strong')), reminder.title);
    text(/** @type {HTMLElement} */ (card.querySelector('.reminder-when')), wordsOf(reminder, now, { soon, now: begun }));
  }

  /** The focus goes to the next card, where there is one. @param {HTMLButtonElement} button @param {Reminder} reminder */
  #away(button, reminder) {
    const card = button.closest('section');
    const next = (card?.nextElementSibling ?? card?.previousElementSibling)?.querySelector('button');
    if (next) next.focus();
    else button.blur();
    this.#onAway(reminder);
  }
}
