import { mayModerate } from '../state/people.js';
import { MenuButton } from '../ui/menu.js';
import { actionsOn } from './actions-on.js';

/**
 * The menu of actions on a participant, on their tile and in the people panel.
 *
 * @import { Participant } from '../protocol/session.js'
 * @import { Send } from '../session/session.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @import { MenuItem } from '../ui/menu.js'
 * @import { Translate } from '../ui/texts.js'
 */

/**
 * @template {Shared} S
 * @typedef {object} MenuParts
 * @property {StoreOf<S, SharedAction>} store
 * @property {Send} send
 * @property {Translate} t
 * @property {(state: S, participant: Participant) => MenuItem[]} more what else the page offers
 */

/** @template {Shared} S @param {MenuParts<S>} parts @param {string} id @param {string} kind class names of the button */
export function participantMenu(parts, id, kind) {
  return new MenuButton({
    icon: 'more',
    label: parts.t('stage.menu'),
    kind,
    items: () => {
      const { state } = parts.store;
      const participant = state.people.participants.find((p) => p.id === id);
      return participant ? entries(parts, state, participant) : [];
    },
  });
}

/** @template {Shared} S @param {MenuParts<S>} parts @param {S} state @param {Participant} participant @returns {MenuItem[]} */
function entries({ store, send, t, more }, state, participant) {
  const may = actionsOn(state, participant);
  const { id } = participant;
  const own = id === state.people.self;
  /** @type {Array<MenuItem | false>} */
  const items = [
    own && { icon: 'signal', label: t('stage.check'), run: () => store.dispatch({ type: 'dialog', dialog: 'connection' }) },
    !own && mayModerate(state) && { icon: 'signal', label: t('stage.link'), run: () => store.dispatch({ type: 'link-of', participant: id }) },
    may.rename && { icon: 'pen', label: t('stage.rename'), run: () => store.dispatch({ type: 'dialog', dialog: 'rename' }) },
    may.mute && { icon: 'mic-off', label: muteLabel(participant, t), run: () => send({ type: 'mute', participant: id }) },
    may.stopVideo && { icon: 'camera-off', label: stopLabel(participant, t), run: () => send({ type: 'stop-video', participant: id }) },
    may.allow && { icon: 'mic', label: t('stage.moderate.allow'), run: () => send({ type: 'allow-devices', participant: id }) },
    may.spotlight && { icon: 'spotlight', label: t('stage.moderate.spotlight'), run: () => send({ type: 'spotlight', participant: id }) },
    may.noSpotlight && { icon: 'spotlight', label: t('stage.moderate.no-spotlight'), run: () => send({ type: 'spotlight' }) },
    !own && { icon: 'side', label: t('stage.beside'), checked: state.view.beside === id, run: () => store.dispatch({ type: 'beside', participant: state.view.beside === id ? null : id }) },
    may.beside && { icon: 'side', label: t('stage.moderate.beside'), run: () => send({ type: 'keep-beside', participant: id }) },
    may.notBeside && { icon: 'side', label: t('stage.moderate.not-beside'), run: () => send({ type: 'keep-beside' }) },
    ...more(state, participant),
    may.promote && { icon: 'shield', label: t('stage.moderate.promote'), run: () => send({ type: 'promote', participant: id }) },
    may.demote && { icon: 'shield', label: t('stage.moderate.demote'), run: () => send({ type: 'demote', participant: id }) },
    may.remove && { icon: 'close', label: t('stage.moderate.remove'), danger: true, run: () => store.dispatch({ type: 'ask', ask: { what: 'remove', about: id } }) },
  ];
  return items.filter((item) => item !== false);
}

/** A mute takes the sound of a screen, too. @param {Participant} participant @param {Translate} t */
function muteLabel({ microphone }, t) {
  return t(microphone ? 'stage.moderate.mute' : 'stage.moderate.mute.screen');
}

/** Participants who may not be seen may not share a screen either, unless they moderate. @param {Participant} participant @param {Translate} t */
function stopLabel({ camera, publishing, role }, t) {
  if (role !== 'participant' || !publishing.includes('screen')) return t('stage.moderate.stop-video');
  return t(camera ? 'stage.moderate.stop-video.both' : 'stage.moderate.stop-video.screen');
}
