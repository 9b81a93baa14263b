import { h, icon, keyed } from '../ui/dom.js';

/**
 * Short news that go away by themselves; said once to screen readers.
 *
 * @import { Notice } from '../state/notices.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { Translate } from '../ui/texts.js'
 */

const QUIET_FOR = 3000;
const SHOWN_FOR = 6000;

/** @param {{dispatch(action: SharedAction): void}} store @param {Translate} t */
export function noticesView(store, t) {
  const element = h('div', { class: 'notices', role: 'log', 'aria-live': 'polite' });
  return {
    element,
    /** @param {Shared} state */
    update(state) {
      keyed(element, state.notices.shown, (n) => String(n.id), make, () => undefined);
    },
  };

  /** @param {Notice} notice */
  function make(notice) {
    window.setTimeout(() => store.dispatch({ type: 'notice-over', id: notice.id }), notice.quiet ? QUIET_FOR : SHOWN_FOR);
    return h(
      'div',
      { class: 'notice', 'data-kind': notice.kind },
      icon(notice.kind === 'warning' ? 'warning' : notice.kind === 'good' ? 'check' : 'info'),
      h('span', { dir: 'auto' }, t(notice.text, ...notice.values)),
    );
  }
}
