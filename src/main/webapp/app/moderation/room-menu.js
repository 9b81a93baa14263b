import { MenuButton } from '../ui/menu.js';
import { mayModerate } from '../state/meeting.js';

/**
 * What moderators do to everybody at once, at the foot of the people panel.
 *
 * @import { StageParts } from '../stage/stage-view.js'
 */

/** @param {Pick<StageParts, 'store' | 'session' | 't'>} parts */
export function roomMenu({ store, session, t }) {
  return new MenuButton({
    icon: 'more',
    label: t('stage.moderate.all'),
    kind: 'round',
    items: () => {
      const { state } = store;
      if (!mayModerate(state)) return [];
      const locked = state.room.on.includes('locked');
      return [
        { icon: 'camera-off', label: t('stage.moderate.stop-all-videos'), run: () => session.send({ type: 'stop-all-videos' }) },
        { icon: 'lock', label: t('stage.room.locked'), checked: locked, run: () => session.send({ type: 'set-switch', which: 'locked', on: !locked }) },
        { icon: 'rooms', label: t('stage.breakout'), run: () => store.dispatch({ type: 'dialog', dialog: 'breakout' }) },
        { icon: 'shield', label: t('stage.room'), run: () => store.dispatch({ type: 'dialog', dialog: 'room' }) },
        { icon: 'leave', label: t('stage.end'), danger: true, run: () => store.dispatch({ type: 'ask', ask: { what: 'end' } }) },
      ];
    },
  });
}
