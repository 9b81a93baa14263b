import { button } from '../ui/controls.js';
import { h, keyed, set, text } from '../ui/dom.js';
import { hue, initials } from '../ui/initials.js';

/**
 * Assigns people to rooms, one by one or all at once.
 *
 * @import { Participant } from '../protocol/session.js'
 * @import { Send } from '../session/session.js'
 * @import { BreakoutView } from './slice.js'
 * @import { Translate } from '../ui/texts.js'
 */

/** @param {{send: Send, t: Translate}} parts */
export function peoplePart({ send, t }) {
  const list = h('ul', { class: 'breakout-people' });
  const spread = button({ icon: 'people', label: t('stage.breakout.spread'), kind: 'button secondary', onClick: () => send({ type: 'breakout-spread' }) });
  const element = h('fieldset', {}, h('legend', {}, t('stage.breakout.people')), spread, list);
  return {
    element,
    /** @param {BreakoutView} state */
    update(state) {
      const people = state.people.participants.filter((p) => !p.deviceOf);
      set(spread, 'hidden', !people.some((p) => p.role === 'participant' && !state.breakout.assigned[p.id]));
      keyed(list, people, (p) => p.id, row, (row, p) => show(row, p, state));
    },
  };

  /** @param {Participant} participant */
  function row({ id }) {
    const select = h('select', { onchange: () => send({ type: 'breakout-assign', participant: id, room: select.value || undefined }) });
    return h('li', { class: 'person' }, h('span', { class: 'avatar', 'aria-hidden': 'true' }), h('span', { class: 'person-words' }, h('span', { class: 'person-name', dir: 'auto' })), select);
  }

  /** @param {HTMLElement} element @param {Participant} participant @param {BreakoutView} state */
  function show(element, { id, name, room }, { breakout, people: { self } }) {
    const [avatar, words, select] = /** @type {[HTMLElement, HTMLElement, HTMLSelectElement]} */ (/** @type {unknown} */ ([...element.children]));
    text(avatar, initials(name));
    avatar.style.setProperty('--hue', String(hue(name)));
    text(/** @type {Element} */ (words.firstElementChild), id === self ? t('stage.tile.you', name) : name);
    set(select, 'aria-label', t('stage.breakout.room-of', name));
    const options = JSON.stringify(breakout.rooms);
    if (select.dataset.options !== options) {
      select.dataset.options = options;
      select.replaceChildren(h('option', { value: '' }, t('stage.breakout.main')), ...breakout.rooms.map((one) => h('option', { value: one.id }, one.name)));
    }
    select.value = (breakout.open ? room : breakout.assigned[id]) ?? '';
  }
}
