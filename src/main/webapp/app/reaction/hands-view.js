import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';
import { ordered } from '../ui/ordered.js';
import { together } from '../breakout/breakout.js';
import { mayModerate } from '../state/meeting.js';
import { queue } from './hands.js';
import { TalkView } from '../talk/talk-view.js';

/**
 * Who asks for the floor, in order; moderators lower hands here. Stands above the list of people.
 *
 * @import { StageParts } from '../stage/stage-view.js'
 */
export class HandsView extends TalkView {
  #parts;
  #list = h('ol', { class: 'hands' });
  #all;
  #next = h('p', { class: 'hands-next', role: 'status' });

  /** @param {StageParts} parts */
  constructor(parts) {
    super(parts);
    this.#parts = parts;
    const { desk, t } = parts;
    set(this, 'hidden', true);
    this.setAttribute('role', 'group');
    this.setAttribute('aria-labelledby', 'hands-heading');
    this.#all = h('button', { type: 'button', class: 'small', onclick: () => desk.lowerAll() }, t('stage.hand.lower-all'));
    this.append(h('div', { class: 'hands-head' }, h('h3', { id: 'hands-heading' }, t('stage.hand.queue'))), this.#next, this.#list, this.#all);
  }

  /** @override */
  update() {
    const { desk, store, t } = this.#parts;
    const { state } = store;
    const waiting = queue(desk.store.state.hands, together(state));
    const moderator = mayModerate(state);
    set(this, 'hidden', waiting.length === 0);
    set(this.#all, 'hidden', !moderator || waiting.length < 2);
    text(this.#next, waiting[0]?.id === state.self ? t('stage.hand.next') : '');
    ordered(
      this.#list,
      waiting,
      (p) => p.id,
      (p) => h('li', {}, h('bdi', { class: 'person-name' }), button({ icon: 'hand-off', label: t('stage.hand.lower', p.name), kind: 'round', onClick: () => desk.lower(p.id) })),
      (row, p) => {
        text(row.children[0], p.id === state.self ? t('stage.tile.you', p.name) : p.name);
        set(row.children[1], 'hidden', !moderator);
        set(row, 'data-own', p.id === state.self);
      },
    );
  }
}

customElements.define('plenum-hands', HandsView);
