import { h, set, text } from '../ui/dom.js';
import { ordered } from '../ui/ordered.js';
import { keyOf, withFocused } from './reminders.js';

/**
 * The list of today's events on the start page, which the server has filled first. A row that has the focus stays until the focus leaves it.
 *
 * @import { TodayEvent } from '../protocol/person.js'
 */
export class TodayList {
  #list;
  /** @type {readonly TodayEvent[]} */
  #shown = [];

  /** @param {HTMLElement} list with the text of its links as data */
  constructor(list) {
    this.#list = list;
  }

  /** @param {readonly TodayEvent[]} events the earliest first */
  show(events) {
    const focused = this.#focused();
    this.#shown = withFocused(events, focused && (this.#shown.find((one) => keyOf(one) === focused.dataset.key) ?? asMade(focused)));
    ordered(this.#list, this.#shown, keyOf, () => h('li', {}, h('span', { class: 'today-time' }), h('strong', { dir: 'auto' })), (row, one) => this.#update(row, one));
  }

  /** @returns {HTMLElement | undefined} */
  #focused() {
    return /** @type {HTMLElement[]} */ ([...this.#list.children]).find((row) => row.contains(document.activeElement));
  }

  /** @param {HTMLElement} row @param {TodayEvent} one */
  #update(row, one) {
    text(/** @type {HTMLElement} */ (row.querySelector('.today-time')), one.time);
    text(/** @type {HTMLElement} */ (row.querySelector('strong')), one.title);
    const link = row.querySelector('a');
    if (one.meeting && link) set(link, 'href', one.meeting);
    else if (one.meeting) row.append(h('a', { class: 'button primary', href: one.meeting }, this.#list.dataset.join));
    else if (link !== document.activeElement) link?.remove();
  }
}

/** What the server wrote into a row. @param {HTMLElement} row @returns {TodayEvent} */
function asMade(row) {
  const [event = '', start = ''] = (row.dataset.key ?? '').split(' ');
  const said = (/** @type {string} */ part) => row.querySelector(part)?.textContent ?? '';
  return { event, start, end: start, time: said('.today-time'), title: said('strong'), meeting: row.querySelector('a')?.getAttribute('href') ?? '' };
}
