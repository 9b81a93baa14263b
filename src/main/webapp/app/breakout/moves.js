import { mayModerate } from '../state/people.js';

/**
 * Into which rooms a moderator may move somebody, while rooms are open: entries of the menu on that person.
 *
 * @import { Participant } from '../protocol/session.js'
 * @import { Send } from '../session/session.js'
 * @import { MenuItem } from '../ui/menu.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { BreakoutView } from './slice.js'
 * @param {{send: Send, t: Translate}} parts
 * @param {BreakoutView} state
 * @param {Participant} participant
 * @returns {MenuItem[]}
 */
export function movesOf({ send, t }, state, { id, room }) {
  const { open, rooms } = state.breakout;
  if (!open || !mayModerate(state) || id === state.people.self) return [];
  const main = { id: undefined, name: t('stage.breakout.main') };
  return [main, ...rooms]
    .filter((to) => (to.id ?? null) !== (room ?? null))
    .map((to) => ({ icon: 'rooms', label: t('stage.breakout.move', to.name), run: () => send({ type: 'breakout-assign', participant: id, room: to.id }) }));
}
