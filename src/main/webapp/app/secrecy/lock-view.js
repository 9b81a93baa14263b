import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';
import { PICTURES } from './pictures.js';

/**
 * The lock of an encrypted meeting, and what it means: how it is encrypted, what to compare, and who has the keys.
 *
 * @import { Translate } from '../ui/texts.js'
 * @import { SecrecyStore, SecrecyView } from './slice.js'
 */

/** @param {{store: SecrecyStore, t: Translate}} parts */
export function lockBadge({ store, t }) {
  const element = button({ icon: 'lock', label: t('stage.secrecy'), short: t('stage.secrecy.short'), kind: 'lock-badge', onClick: () => store.dispatch({ type: 'dialog', dialog: 'secrecy' }) });
  set(element, 'hidden', true);
  return {
    element,
    /** @param {SecrecyView} state */
    update({ secrecy }) {
      set(element, 'hidden', !secrecy.on);
      set(element, 'data-ready', secrecy.members.length > 0);
    },
  };
}

/** @param {{t: Translate}} parts */
export function secrecyContent({ t }) {
  const pictures = h('ul', { class: 'secrecy-pictures' });
  const members = h('p', { class: 'secrecy-members', role: 'status' });
  /** @type {SecrecyView['secrecy'] | null} */
  let shown = null;
  return {
    element: h(
      'div',
      { class: 'secrecy' },
      h('p', {}, t('stage.secrecy.lead')),
      h('p', {}, t('stage.secrecy.compare')),
      pictures,
      members,
      h('p', { class: 'hint' }, t('stage.secrecy.server')),
      h('p', { class: 'hint' }, t('stage.secrecy.without')),
    ),
    /** @param {SecrecyView} state */
    update(state) {
      const { secrecy, people } = state;
      if (state.view.dialog !== 'secrecy') return;
      const having = people.participants.filter(({ id }) => secrecy.members.includes(id)).length;
      text(members, secrecy.members.length === 0 ? t('stage.secrecy.members.none') : t('stage.secrecy.members', having, people.participants.length));
      if (secrecy.pictures === shown?.pictures) return;
      shown = secrecy;
      pictures.replaceChildren(...secrecy.pictures.map((number) => picture(PICTURES[number], t)));
    },
  };
}

/** @param {readonly [string, string]} picture @param {Translate} t */
function picture([emoji, name], t) {
  return h('li', {}, h('span', { class: 'secrecy-picture', 'aria-hidden': 'true' }, emoji), h('span', {}, t(`stage.secrecy.picture.${name}`)));
}
