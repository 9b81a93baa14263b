import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';
import { ordered } from '../ui/ordered.js';
import { mayModerate } from '../state/people.js';
import { LiveElement } from '../ui/live-element.js';
import { PollCard } from './poll-card.js';
import { PollForm } from './poll-form.js';
import { inOrder } from './slice.js';

/**
 * The polls of a meeting, and the form for a new one.
 *
 * @import { Translate } from '../ui/texts.js'
 * @import { PollActions } from './actions.js'
 * @import { Draft, PollStore } from './slice.js'
 * @extends {LiveElement<PollStore['state']>}
 */
export class PollsView extends LiveElement {
  /** @type {WeakMap<HTMLElement, PollCard>} */
  #cards = new WeakMap();
  #parts;
  #form;
  #new;
  #list = h('div', { class: 'polls-list' });
  #empty = h('p', { class: 'dock-empty' });

  /** @param {{store: PollStore, actions: PollActions, t: Translate}} parts */
  constructor(parts) {
    super(parts.store, ['polls', 'unsent', 'people']);
    this.#parts = parts;
    const { actions, t } = parts;
    set(this, 'hidden', true);
    this.#form = new PollForm(t, {
      save: (draft, open) => actions.save(draft, open),
      cancel: () => this.#write(null),
    });
    this.#new = button({ icon: 'plus', label: t('stage.polls.new'), kind: 'button secondary', onClick: () => this.#write({ id: crypto.randomUUID(), question: '', options: ['', ''], multiple: false, anonymous: false }) });
    text(this.#empty, t('stage.polls.empty'));
    this.append(h('div', { class: 'polls-scroller' }, this.#new, this.#form.element, this.#empty, this.#list));
  }

  /** @override */
  update() {
    const { state } = this.#parts.store;
    const { polls, people, unsent } = state;
    const view = { self: people.self, moderator: mayModerate(state), unsent, voters: polls.voters };
    this.#form.show(polls.form);
    set(this.#new, 'hidden', polls.form !== null);
    const shown = inOrder(polls.polls).filter((poll) => poll.id !== polls.form?.id);
    set(this.#empty, 'hidden', shown.length > 0 || polls.form !== null);
    ordered(this.#list, shown, (poll) => poll.id, () => this.#make(), (element, poll) => this.#cards.get(element)?.update(poll, view));
  }

  #make() {
    const { store, actions, t } = this.#parts;
    const card = new PollCard(actions, t, {
      edit: ({ id, question, options, multiple, anonymous }) => this.#write({ id, question, options: [...options], multiple, anonymous }),
      failed: () => store.dispatch({ type: 'notice', kind: 'warning', text: 'stage.polls.export.failed' }),
    });
    this.#cards.set(card.element, card);
    return card.element;
  }

  /** @param {Draft | null} form */
  #write(form) {
    this.#parts.store.dispatch({ type: 'poll-form', form });
    if (form) queueMicrotask(() => this.#form.enter());
    else this.#new.focus();
  }
}

customElements.define('plenum-polls', PollsView);
