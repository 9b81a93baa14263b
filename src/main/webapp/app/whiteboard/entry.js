import { mayModerate } from '../state/people.js';
import { mayDraw } from './slice.js';

/**
 * The board's entry in the meeting's menu: opens it for everybody, or only here when it is open for everybody already or one may not open it.
 *
 * @import { Send } from '../session/session.js'
 * @import { MenuItem } from '../ui/menu.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { WhiteboardStore } from './slice.js'
 * @param {{store: WhiteboardStore, send: Send, t: Translate}} parts
 * @returns {MenuItem}
 */
export function boardEntry({ store, send, t }) {
  const { open, shown } = store.state.whiteboard;
  const show = (/** @type {boolean} */ here) => store.dispatch({ type: 'whiteboard', open: here });
  if (open) return { icon: 'board', label: t('stage.board.close'), run: () => show(false) };
  const forAll = !shown && (mayDraw(store.state) || mayModerate(store.state));
  return { icon: 'board', label: t('stage.board.open'), run: () => (forAll ? void send({ type: 'board-show', shown: true }) : show(true)) };
}
