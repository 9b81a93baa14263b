import { button } from '../ui/controls.js';
import { h, keyed, set, text } from '../ui/dom.js';
import { hue, initials } from '../ui/initials.js';

/**
 * The list of waiting people, at the top of the people panel.
 *
 * @import { Knock } from '../protocol/door.js'
 * @import { Send } from '../session/session.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { DoorView } from './slice.js'
 */

/** @param {{send: Send, t: Translate}} parts */
export function waitingList({ send, t }) {
  const heading = h('h3', { id: 'waiting-heading' });
  const list = h('ul', { 'aria-labelledby': heading.id });
  const all = button({ icon: 'check', label: t('stage.lobby.admit-all'), kind: 'button secondary', onClick: () => send({ type: 'admit-all' }) });
  const none = button({ icon: 'close', label: t('stage.lobby.refuse-all'), kind: 'button secondary', onClick: () => send({ type: 'refuse-all' }) });
  const element = h('section', { class: 'waiting-list', hidden: true }, h('header', {}, heading, all, none), list);
  return {
    element,
    /** @param {DoorView} state */
    update({ door }) {
      set(element, 'hidden', door.knocking.length === 0);
      for (const part of [all, none]) set(part, 'hidden', door.knocking.length < 2);
      text(heading, t('stage.lobby.heading', door.knocking.length));
      keyed(list, door.knocking, (knock) => knock.id, row, () => undefined);
    },
  };

  /** @param {Knock} knock */
  function row({ id, name }) {
    const avatar = h('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(name));
    avatar.style.setProperty('--hue', String(hue(name)));
    return h(
      'li',
      { class: 'person' },
      avatar,
      h('span', { class: 'person-words' }, h('span', { class: 'person-name', dir: 'auto' }, name)),
      button({ icon: 'check', label: t('stage.lobby.admit.one', name), kind: 'round admit', onClick: () => send({ type: 'admit', knock: id }) }),
      button({ icon: 'close', label: t('stage.lobby.refuse.one', name), kind: 'round refuse', onClick: () => send({ type: 'refuse', knock: id }) }),
    );
  }
}
