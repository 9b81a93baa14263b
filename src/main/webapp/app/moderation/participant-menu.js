import { mayModerate } from '../state/meeting.js';
import { MenuButton } from '../ui/menu.js';
import { actionsOn } from './room.js';

/**
 * What can be done about somebody: the same list on their tile and in the people panel.
 *
 * @import { Participant } from '../protocol/messages.js'
 * @import { MeetingState } from '../state/meeting.js'
 * @import { MenuItem } from '../ui/menu.js'
 * @import { StageParts } from '../stage/stage-view.js'
 */

/** @param {StageParts} parts @param {string} id @param {string} kind class names of the button */
export function participantMenu(parts, id, kind) {
  return new MenuButton({
    icon: 'more',
    label: parts.t('stage.menu'),
    kind,
    items: () => {
      const { state } = parts.store;
      const participant = state.participants.find((p) => p.id === id);
      return participant ? entries(parts, state, participant) : [];
    },
  });
}

/** @param {StageParts} parts @param {MeetingState} state @param {Participant} participant @returns {MenuItem[]} */
function entries({ session, store, t }, state, participant) {
  const may = actionsOn(state, participant);
  const { id } = participant;
  /** @type {Array<MenuItem | false>} */
  const items = [
    id === state.self && { icon: 'signal', label: t('stage.check'), run: () => store.dispatch({ type: 'dialog', dialog: 'connection' }) },
    id !== state.self && mayModerate(state) && { icon: 'signal', label: t('stage.link'), run: () => store.dispatch({ type: 'link-of', participant: id }) },
    may.rename && { icon: 'pen', label: t('stage.rename'), run: () => store.dispatch({ type: 'dialog', dialog: 'rename' }) },
    may.mute && { icon: 'mic-off', label: t('stage.moderate.mute'), run: () => session.send({ type: 'mute', participant: id }) },
    may.stopVideo && { icon: 'camera-off', label: t('stage.moderate.stop-video'), run: () => session.send({ type: 'stop-video', participant: id }) },
    may.allow && { icon: 'mic', label: t('stage.moderate.allow'), run: () => session.send({ type: 'allow-devices', participant: id }) },
    may.spotlight && { icon: 'spotlight', label: t('stage.moderate.spotlight'), run: () => session.send({ type: 'spotlight', participant: id }) },
    may.noSpotlight && { icon: 'spotlight', label: t('stage.moderate.no-spotlight'), run: () => session.send({ type: 'spotlight' }) },
    ...moves({ session, t }, state, participant),
    may.promote && { icon: 'shield', label: t('stage.moderate.promote'), run: () => session.send({ type: 'promote', participant: id }) },
    may.demote && { icon: 'shield', label: t('stage.moderate.demote'), run: () => session.send({ type: 'demote', participant: id }) },
    may.remove && { icon: 'close', label: t('stage.moderate.remove'), danger: true, run: () => store.dispatch({ type: 'ask', ask: { what: 'remove', participant: id } }) },
  ];
  return items.filter((item) => item !== false);
}

/**
 * Into which rooms a moderator may move somebody, while rooms are open.
 *
 * @param {Pick<StageParts, 'session' | 't'>} parts
 * @param {MeetingState} state
 * @param {Participant} participant
 * @returns {MenuItem[]}
 */
function moves({ session, t }, state, { id, room }) {
  const { open, rooms } = state.breakout;
  if (!open || !mayModerate(state) || id === state.self) return [];
  const main = { id: undefined, name: t('stage.breakout.main') };
  return [main, ...rooms]
    .filter((to) => (to.id ?? null) !== (room ?? null))
    .map((to) => ({ icon: 'rooms', label: t('stage.breakout.move', to.name), run: () => session.send({ type: 'breakout-assign', participant: id, room: to.id }) }));
}
