import { MenuButton } from '../ui/menu.js';
import { actionsOn } from './room.js';

/**
 * What can be done about somebody: the same list on their tile and in the people panel. Other topics add entries with {@link extend}.
 *
 * @import { Participant } from '../protocol/messages.js'
 * @import { MeetingState } from '../meeting/meeting.js'
 * @import { MenuItem } from '../ui/menu.js'
 * @import { StageParts } from '../stage-view.js'
 * @typedef {(parts: StageParts, state: MeetingState, participant: Participant) => MenuItem[]} Extension
 */

/** @type {Extension[]} in the order of the list */
const extensions = [moderation];

/** @param {Extension} extension its entries come first: they are everybody's */
export function extend(extension) {
  extensions.unshift(extension);
}

/** @param {StageParts} parts @param {string} id @param {string} kind class names of the button */
export function participantMenu(parts, id, kind) {
  return new MenuButton({
    icon: 'more',
    label: parts.t('stage.menu'),
    kind,
    items: () => {
      const { state } = parts.store;
      const participant = state.participants.find((p) => p.id === id);
      return participant ? extensions.flatMap((extension) => extension(parts, state, participant)) : [];
    },
  });
}

/** @type {Extension} */
function moderation({ session, store, t }, state, participant) {
  const may = actionsOn(state, participant);
  const { id } = participant;
  /** @type {Array<MenuItem | false>} */
  const items = [
    may.mute && { icon: 'mic-off', label: t('stage.moderate.mute'), run: () => session.send({ type: 'mute', participant: id }) },
    may.stopVideo && { icon: 'camera-off', label: t('stage.moderate.stop-video'), run: () => session.send({ type: 'stop-video', participant: id }) },
    may.allow && { icon: 'mic', label: t('stage.moderate.allow'), run: () => session.send({ type: 'allow-devices', participant: id }) },
    may.spotlight && { icon: 'spotlight', label: t('stage.moderate.spotlight'), run: () => session.send({ type: 'spotlight', participant: id }) },
    may.noSpotlight && { icon: 'spotlight', label: t('stage.moderate.no-spotlight'), run: () => session.send({ type: 'spotlight' }) },
    may.promote && { icon: 'shield', label: t('stage.moderate.promote'), run: () => session.send({ type: 'promote', participant: id }) },
    may.demote && { icon: 'shield', label: t('stage.moderate.demote'), run: () => session.send({ type: 'demote', participant: id }) },
    may.remove && { icon: 'close', label: t('stage.moderate.remove'), danger: true, run: () => store.dispatch({ type: 'ask', ask: { what: 'remove', participant: id } }) },
  ];
  return items.filter((item) => item !== false);
}
