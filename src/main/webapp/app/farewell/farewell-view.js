import { h, icon } from '../ui/dom.js';
import { button } from '../ui/controls.js';

/**
 * After a meeting, or instead of one: what happened, and what can be done.
 *
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @import { RefusedReason } from '../protocol/session.js'
 * @import { Translate } from '../ui/texts.js'
 */
export class FarewellView extends HTMLElement {
  /** @param {{store: StoreOf<Shared, SharedAction>, t: Translate}} parts */
  constructor({ store, t }) {
    super();
    const { phase, refused, meeting } = store.state.stay;
    const words = wordsFor(phase, refused, t);
    const heading = h('h1', { tabindex: -1 }, words.heading);
    this.className = 'farewell';
    this.append(
      h(
        'section',
        { class: 'card narrow' },
        heading,
        h('p', { class: 'meeting-name', dir: 'auto' }, meeting.name),
        h('p', { class: 'lead' }, words.text),
        h(
          'div',
          { class: 'actions' },
          h('a', { class: `button ${words.again ? 'quiet' : 'primary'}`, href: '/' }, icon('home'), h('span', {}, t('stage.farewell.home'))),
          words.again && button({ icon: 'right', label: words.again, kind: 'button primary', onClick: () => store.dispatch({ type: 'phase', phase: 'prejoin' }) }),
        ),
      ),
    );
    queueMicrotask(() => heading.focus());
  }
}

customElements.define('plenum-farewell', FarewellView);

/**
 * @param {string} phase
 * @param {RefusedReason | null} refused
 * @param {Translate} t
 */
function wordsFor(phase, refused, t) {
  if (phase === 'left') {
    return { heading: t('stage.left.heading'), text: t('stage.left.text'), again: t('stage.left.again') };
  }
  if (phase === 'taken-over') {
    return { heading: t('stage.taken-over.heading'), text: t('stage.taken-over.text'), again: t('stage.taken-over.again') };
  }
  if (phase === 'removed') {
    return { heading: t('stage.removed.heading'), text: t('stage.removed.text'), again: null };
  }
  if (phase === 'signed-out') {
    return { heading: t('stage.signed-out.heading'), text: t('stage.signed-out.text'), again: t('stage.left.again') };
  }
  if (phase === 'over') {
    return { heading: t('stage.over.heading'), text: t('stage.over.text'), again: t('stage.left.again') };
  }
  const forGood = refused === 'not-found' || refused === 'blocked';
  return { heading: t('stage.refused.heading'), text: refusedText(refused, t), again: forGood ? null : t('stage.refused.again') };
}

/** @param {RefusedReason | null} refused @param {Translate} t */
function refusedText(refused, t) {
  switch (refused) {
    case 'not-found':
      return t('stage.refused.not-found');
    case 'full':
      return t('stage.refused.full');
    case 'bad-name':
      return t('stage.refused.bad-name');
    case 'throttled':
    case 'locked':
    case 'too-many-devices':
    case 'declined':
    case 'blocked':
    case 'over':
      return t(`stage.refused.${refused}`);
    default:
      return t('stage.refused.unavailable');
  }
}
