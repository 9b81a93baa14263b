import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';
import { ordered } from '../ui/ordered.js';
import { mayModerate, ownRoom, peopleIn } from '../state/people.js';
import { mayGo } from './slice.js';

/**
 * The rooms in the people panel: who is where, and the way in.
 *
 * @import { BreakoutRoom } from '../protocol/breakout.js'
 * @import { Participant } from '../protocol/session.js'
 * @import { Send } from '../session/session.js'
 * @import { BreakoutView } from './slice.js'
 * @import { Translate } from '../ui/texts.js'
 */

/** @param {{send: Send, openDesk: () => void, t: Translate}} parts */
export function breakoutSection({ send, openDesk, t }) {
  const heading = h('h3', { id: 'breakout-heading' }, t('stage.breakout'));
  const list = h('ul', { 'aria-labelledby': heading.id });
  const manage = button({ icon: 'gear', label: t('stage.breakout.manage'), kind: 'round', onClick: openDesk });
  const add = button({ icon: 'rooms', label: t('stage.breakout.add'), kind: 'button secondary', onClick: openDesk });
  const rooms = h('section', { class: 'breakout-section' }, h('header', {}, heading, manage), list);
  const element = h('div', { class: 'breakout-box' }, add, rooms);
  /** @type {Map<string, (state: BreakoutView, room: BreakoutRoom) => void>} */
  const rows = new Map();
  return {
    element,
    /** @param {BreakoutView} state */
    update(state) {
      const { breakout } = state;
      const moderator = mayModerate(state);
      set(add, 'hidden', !moderator || breakout.rooms.length > 0);
      set(rooms, 'hidden', breakout.rooms.length === 0);
      set(element, 'hidden', add.hidden && rooms.hidden);
      set(manage, 'hidden', !moderator);
      const main = { id: '', name: t('stage.breakout.main') };
      const shown = breakout.open ? [main, ...breakout.rooms] : breakout.rooms;
      ordered(list, shown, (room) => room.id, row, (_element, room) => rows.get(room.id)?.(state, room));
    },
  };

  /** @param {BreakoutRoom} made */
  function row({ id, name: first }) {
    const name = h('span', { class: 'person-name', dir: 'auto' });
    const count = h('span', { class: 'breakout-count' });
    const people = h('span', { class: 'person-note', dir: 'auto' });
    const go = button({ icon: 'right', label: t('stage.breakout.join.one', first), short: t('stage.breakout.join'), kind: 'button secondary', onClick: () => send({ type: 'breakout-go', room: id || undefined }) });
    const element = h('li', { class: 'breakout-room' }, h('span', { class: 'person-words' }, h('span', { class: 'breakout-title' }, name, count), people), go);
    rows.set(id, (state, room) => {
      const here = (ownRoom(state) ?? '') === id;
      const inside = membersOf(state, id);
      text(name, room.name);
      text(count, `(${inside.length})`);
      text(people, inside.length === 0 ? t('stage.breakout.nobody') : inside.map((p) => (p.id === state.people.self ? t('stage.tile.you', p.name) : p.name)).join(', '));
      set(element, 'data-here', state.breakout.open && here);
      set(go, 'hidden', id === '' ? here : !mayGo(state, id));
      go.show('right', t('stage.breakout.join.one', room.name));
    });
    return element;
  }
}

/** The participants in a room; before the rooms are open, the assigned ones. @param {BreakoutView} state @param {string} room @returns {Participant[]} */
function membersOf(state, room) {
  const { breakout, people } = state;
  return breakout.open ? peopleIn(state, room || null) : people.participants.filter((p) => breakout.assigned[p.id] === room);
}
