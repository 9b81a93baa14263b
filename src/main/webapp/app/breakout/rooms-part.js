import { LONGEST_NAME } from '../state/names.js';
import { peopleIn } from '../state/people.js';
import { button } from '../ui/controls.js';
import { h, keyed, set } from '../ui/dom.js';
import { nextNames } from './slice.js';

/**
 * Makes, names and deletes rooms.
 *
 * @import { BreakoutRoom } from '../protocol/breakout.js'
 * @import { Send } from '../session/session.js'
 * @import { BreakoutStore, BreakoutView } from './slice.js'
 * @import { Translate } from '../ui/texts.js'
 */

const MOST = 50;

/** @param {{store: BreakoutStore, send: Send, t: Translate}} parts */
export function roomsPart({ store, send, t }) {
  const count = h('input', { type: 'number', id: 'breakout-count', min: 1, max: MOST, value: 2, inputmode: 'numeric' });
  const make = button({ icon: 'plus', label: t('stage.breakout.make'), kind: 'button primary', onClick: (event) => first(event) });
  const empty = h('form', { class: 'breakout-make', novalidate: true, onsubmit: first }, h('label', { for: count.id }, t('stage.breakout.count')), h('div', { class: 'field-row' }, count, make));
  const list = h('ul', { class: 'breakout-rooms', 'aria-label': t('stage.breakout') });
  const more = button({ icon: 'plus', label: t('stage.breakout.more'), kind: 'button quiet', onClick: () => add(1) });
  const element = h('fieldset', {}, h('legend', {}, t('stage.breakout.rooms')), empty, list, more);
  return {
    element,
    /** @param {BreakoutView} state */
    update(state) {
      const { rooms } = state.breakout;
      set(empty, 'hidden', rooms.length > 0);
      set(more, 'hidden', rooms.length === 0 || rooms.length >= MOST);
      keyed(list, rooms, (room) => room.id, row, show);
    },
  };

  /** @param {Event} event */
  function first(event) {
    event.preventDefault();
    const wanted = Math.round(Number(count.value));
    const fits = wanted >= 1 && wanted <= MOST;
    set(count, 'aria-invalid', fits ? null : 'true');
    if (fits) add(wanted);
    else count.focus();
  }

  /** @param {number} wanted */
  function add(wanted) {
    send({ type: 'breakout-add', names: nextNames(store.state.breakout.rooms, wanted, (number) => t('stage.breakout.name', number)) });
  }

  /** @param {BreakoutRoom} room */
  function row({ id, name }) {
    const field = h('input', { type: 'text', maxlength: LONGEST_NAME, autocomplete: 'off', dir: 'auto', onchange: () => rename(id, field) });
    const remove = button({ icon: 'delete', label: t('stage.breakout.delete', name), kind: 'round', onClick: () => drop(id) });
    return h('li', { class: 'field-row' }, field, remove);
  }

  /** Keeps the text that is being typed. @param {HTMLElement} element @param {BreakoutRoom} room */
  function show(element, { name }) {
    const [field, remove] = /** @type {[HTMLInputElement, ReturnType<typeof button>]} */ (/** @type {unknown} */ ([...element.children]));
    set(field, 'aria-label', t('stage.breakout.name-of', name));
    if (document.activeElement !== field) field.value = name;
    remove.show('delete', t('stage.breakout.delete', name));
  }

  /** @param {string} id @param {HTMLInputElement} field */
  function rename(id, field) {
    const before = store.state.breakout.rooms.find((room) => room.id === id)?.name ?? '';
    const name = field.value.trim();
    if (name === '' || name === before) field.value = before;
    else send({ type: 'breakout-rename', room: id, name });
  }

  /** Nobody is asked for a room that nobody is in. @param {string} id */
  function drop(id) {
    if (peopleIn(store.state, id).length === 0) send({ type: 'breakout-delete', room: id });
    else store.dispatch({ type: 'ask', ask: { what: 'delete-room', about: id } });
  }
}
