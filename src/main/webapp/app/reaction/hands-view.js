import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';
import { ordered } from '../ui/ordered.js';
import { mayModerate, together } from '../state/people.js';
import { LiveElement } from '../ui/live-element.js';
import { queue } from './slice.js';

/**
 * The raised hands in order, above the list of people; moderators lower hands here.
 *
 * @import { Translate } from '../ui/texts.js'
 * @import { HandActions } from './actions.js'
 * @import { HandStore } from './slice.js'
 * @extends {LiveElement<HandStore['state']>}
 */
export class HandsView extends LiveElement {
  #parts;
  #list = h('ol', { class: 'hands' });
  #all;
  #next = h('p', { class: 'hands-next', role: 'status' });

  /** @param {{store: HandStore, actions: HandActions, t: Translate}} parts */
  constructor(parts) {
    super(parts.store, ['hands', 'people']);
    this.#parts = parts;
    const { actions, t } = parts;
    set(this, 'hidden', true);
    this.setAttribute('role', 'group');
    this.setAttribute('aria-labelledby', 'hands-heading');
    this.#all = h('button', { type: 'button', class: 'small', onclick: () => actions.lowerAll() }, t('stage.hand.lower-all'));
    this.append(h('div', { class: 'hands-head' }, h('h3', { id: 'hands-heading' }, t('stage.hand.queue'))), this.#next, this.#list, this.#all);
  }

  /** @override */
  update() {
    const { actions, store, t } = this.#parts;
    const { state } = store;
    const { self } = state.people;
    const waiting = queue(state.hands, together(state));
    const moderator = mayModerate(state);
    set(this, 'hidden', waiting.length === 0);
    set(this.#all, 'hidden', !moderator || waiting.length < 2);
    text(this.#next, waiting[0]?.id === self ? t('stage.hand.next') : '');
    ordered(
      this.#list,
      waiting,
      (p) => p.id,
      (p) => h('li', {}, h('bdi', { class: 'person-name' }), button({ icon: 'hand-off', label: t('stage.hand.lower', p.name), kind: 'round', onClick: () => actions.lower(p.id) })),
      (row, p) => {
        text(row.children[0], p.id === self ? t('stage.tile.you', p.name) : p.name);
        set(row.children[1], 'hidden', !moderator);
        set(row, 'data-own', p.id === self);
      },
    );
  }
}

customElements.define('plenum-hands', HandsView);
