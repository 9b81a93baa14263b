import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';
import { ordered } from '../ui/ordered.js';
import { mayModerate } from '../state/meeting.js';
import { inOrder } from './poll.js';
import { PollCard } from './poll-card.js';
import { PollForm } from './poll-form.js';
import { TalkView } from '../talk/talk-view.js';

/**
 * The polls of a meeting, and the form for a new one.
 *
 * @import { StageParts } from '../stage/stage-view.js'
 * @import { Draft } from './poll.js'
 */
export class PollsView extends TalkView {
  /** @type {WeakMap<HTMLElement, PollCard>} */
  #cards = new WeakMap();
  #parts;
  #form;
  #new;
  #list = h('div', { class: 'polls-list' });
  #empty = h('p', { class: 'dock-empty' });

  /** @param {StageParts} parts */
  constructor(parts) {
    super(parts);
    this.#parts = parts;
    const { desk, t } = parts;
    set(this, 'hidden', true);
    this.#form = new PollForm(t, {
      save: (draft, open) => desk.savePoll(draft, open),
      cancel: () => this.#write(null),
    });
    this.#new = button({ icon: 'plus', label: t('stage.polls.new'), kind: 'button secondary', onClick: () => this.#write({ id: crypto.randomUUID(), question: '', options: ['', ''], multiple: false, anonymous: false }) });
    text(this.#empty, t('stage.polls.empty'));
    this.append(h('div', { class: 'polls-scroller' }, this.#new, this.#form.element, this.#empty, this.#list));
  }

  /** @override */
  update() {
    const { desk, store } = this.#parts;
    const { polls: state, self, unsent } = desk.store.state;
    const view = { self, moderator: mayModerate(store.state), unsent, voters: state.voters };
    this.#form.show(state.form);
    set(this.#new, 'hidden', state.form !== null);
    const shown = inOrder(state.polls).filter((poll) => poll.id !== state.form?.id);
    set(this.#empty, 'hidden', shown.length > 0 || state.form !== null);
    ordered(this.#list, shown, (poll) => poll.id, () => this.#make(), (element, poll) => this.#cards.get(element)?.update(poll, view));
  }

  #make() {
    const { store } = this.#parts;
    const card = new PollCard(this.#parts.desk, this.#parts.t, {
      edit: ({ id, question, options, multiple, anonymous }) => this.#write({ id, question, options: [...options], multiple, anonymous }),
      failed: () => store.dispatch({ type: 'notice', kind: 'warning', text: 'stage.polls.export.failed' }),
    });
    this.#cards.set(card.element, card);
    return card.element;
  }

  /** @param {Draft | null} form */
  #write(form) {
    this.#parts.desk.store.dispatch({ type: 'poll-form', form });
    if (form) queueMicrotask(() => this.#form.enter());
    else this.#new.focus();
  }
}

customElements.define('plenum-polls', PollsView);
