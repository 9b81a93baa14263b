import { button } from '../ui/controls.js';
import { set } from '../ui/dom.js';
import { nameOf } from '../state/people.js';

/**
 * The pencil in the toolbar, while somebody shares a screen.
 *
 * @import { MenuItem } from '../ui/menu.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { InkState, InkStore } from './slice.js'
 * @typedef {{store: InkStore, t: Translate}} InkParts
 */

/** The screen that is drawn on, or would be: the latest that is not one's own, else one's own. @param {InkState} state @returns {string | null} */
export function inkShare({ ink, people }) {
  return ink.on ?? people.shares.find((share) => share !== people.self) ?? people.shares[0] ?? null;
}

/** @param {InkParts} parts */
export function inkButton(parts) {
  const { t } = parts;
  const pencil = button({ icon: 'pen', label: t('stage.ink'), short: t('stage.ink.short'), kind: 'tool wide', onClick: () => toggle(parts) });
  return {
    element: pencil,
    /** @param {InkState} state */
    update(state) {
      const share = inkShare(state);
      set(pencil, 'hidden', share === null);
      if (share === null) return;
      const on = state.ink.on !== null;
      set(pencil, 'data-on', on);
      set(pencil, 'aria-pressed', String(on));
      pencil.show('pen', on ? t('stage.ink.end') : t('stage.ink.on', nameOf(state, share)));
    },
  };
}

/** The same in the menu of a phone; nothing while nobody shares. @param {InkParts} parts @returns {MenuItem[]} */
export function inkEntry(parts) {
  const { store, t } = parts;
  const share = inkShare(store.state);
  if (share === null) return [];
  const on = store.state.ink.on !== null;
  return [{ icon: 'pen', label: on ? t('stage.ink.end') : t('stage.ink.on', nameOf(store.state, share)), run: () => toggle(parts) }];
}

/** @param {InkParts} parts */
function toggle({ store }) {
  store.dispatch({ type: 'ink', on: store.state.ink.on === null ? inkShare(store.state) : null });
}
