import { MenuButton } from '../ui/menu.js';
import { mayModerate } from '../state/people.js';

/**
 * The moderators' actions on everybody, at the foot of the people panel.
 *
 * @import { Send } from '../session/session.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @import { Translate } from '../ui/texts.js'
 */

/** @param {{store: StoreOf<Shared, SharedAction>, send: Send, t: Translate}} parts */
export function everybodyMenu({ store, send, t }) {
  return new MenuButton({
    icon: 'more',
    label: t('stage.moderate.all'),
    kind: 'round',
    items: () => {
      const { state } = store;
      if (!mayModerate(state)) return [];
      const locked = state.rules.on.includes('locked');
      return [
        { icon: 'camera-off', label: t('stage.moderate.stop-all-videos'), run: () => send({ type: 'stop-all-videos' }) },
        { icon: 'lock', label: t('stage.room.locked'), checked: locked, run: () => send({ type: 'set-switch', which: 'locked', on: !locked }) },
        { icon: 'rooms', label: t('stage.breakout'), run: () => store.dispatch({ type: 'dialog', dialog: 'breakout' }) },
        { icon: 'shield', label: t('stage.room'), run: () => store.dispatch({ type: 'dialog', dialog: 'room' }) },
        { icon: 'leave', label: t('stage.end'), danger: true, run: () => store.dispatch({ type: 'ask', ask: { what: 'end' } }) },
      ];
    },
  });
}
