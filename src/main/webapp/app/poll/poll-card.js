import { download, fileName } from '../ui/download.js';
import { h, set, text } from '../ui/dom.js';
import { pollCsv } from './csv.js';
import { share } from './slice.js';

/**
 * One poll: the question, the choices, the result as it comes in.
 *
 * @import { Poll, Vote } from '../protocol/poll.js'
 * @import { Item } from '../state/unsent.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { PollActions } from './actions.js'
 * @typedef {{edit(poll: Poll): void, failed(): void}} CardActions
 * @typedef {{self: string | null, moderator: boolean, unsent: readonly Item[], voters: Readonly<Record<string, readonly Vote[]>>}} CardView
 */
export class PollCard {
  #actions;
  #t;
  #card;
  #question = h('h3', { class: 'poll-question', dir: 'auto' });
  #note = h('p', { class: 'poll-note' });
  #choices = h('div', { class: 'poll-choices', role: 'group' });
  #vote;
  #state = h('p', { class: 'poll-state', role: 'status' });
  #tools = h('div', { class: 'poll-tools' });
  #names = h('ul', { class: 'poll-names', hidden: true });
  #asked = false;
  #drawn = '';
  /** The ticked options that are not sent yet. @type {Set<number> | null} */
  #ticked = null;
  /** @type {Poll | null} */
  #poll = null;

  /** @param {PollActions} actions @param {Translate} t @param {CardActions} card what is done around it */
  constructor(actions, t, card) {
    this.#actions = actions;
    this.#t = t;
    this.#card = card;
    this.#vote = h('button', { type: 'button', class: 'button primary', onclick: () => this.#cast() });
    this.element = h('section', { class: 'poll' }, this.#question, this.#note, this.#choices, this.#vote, this.#state, this.#tools, this.#names);
  }

  /** @param {Poll} poll @param {CardView} view */
  update(poll, view) {
    this.#poll = poll;
    const t = this.#t;
    set(this.element, 'data-state', poll.state);
    set(this.element, 'aria-label', poll.question);
    text(this.#question, poll.question);
    text(this.#note, [t(`stage.polls.state.${poll.state}`), poll.anonymous && t('stage.polls.is.anonymous'), poll.multiple && t('stage.polls.is.multiple'), t('stage.polls.by', poll.name)].filter(Boolean).join(' · '));
    const pending = view.unsent.find((item) => item.message.type.startsWith('poll-') && 'poll' in item.message && item.message.poll === poll.id);
    const sent = pending?.message.type === 'poll-vote' ? pending.message.choices : null;
    this.#drawChoices(poll, this.#ticked ?? new Set(sent ?? poll.chosen ?? []));
    this.#drawVote(poll, Boolean(sent && pending?.state !== 'refused'));
    text(this.#state, this.#stateOf(poll, pending));
    this.#drawTools(poll, view);
    this.#drawNames(poll, view.voters[poll.id]);
  }

  /** @param {Poll} poll @param {Set<number>} chosen */
  #drawChoices(poll, chosen) {
    const open = poll.state === 'open' && !this.#isSealed(poll);
    const key = JSON.stringify([poll.options, poll.multiple, poll.state, open]);
    if (this.#choices.dataset.drawn !== key) {
      this.#choices.dataset.drawn = key;
      const group = `poll-${poll.id}`;
      this.#choices.replaceChildren(
        ...poll.options.map((option, i) => {
          const input = h('input', { type: poll.multiple ? 'checkbox' : 'radio', name: group, value: i, onchange: () => this.#tick(i, input.checked) });
          set(input, 'hidden', !open);
          return h('label', { class: 'poll-choice' }, input, h('span', { class: 'poll-choice-text', dir: 'auto' }, option), h('span', { class: 'poll-count' }), h('span', { class: 'poll-bar', 'aria-hidden': 'true' }));
        }),
      );
    }
    const most = Math.max(1, ...poll.votes);
    [...this.#choices.children].forEach((row, i) => {
      const input = /** @type {HTMLInputElement} */ (row.children[0]);
      if (input.checked !== chosen.has(i)) input.checked = chosen.has(i);
      text(row.children[2], poll.state === 'draft' ? '' : this.#t('stage.polls.count', poll.votes[i], share(poll, i)));
      /** @type {HTMLElement} */ (row.children[3]).style.setProperty('--share', String(share(poll, i) / 100));
      set(row, 'data-chosen', chosen.has(i));
      set(row, 'data-leads', poll.votes[i] === most && poll.voters > 0);
    });
  }

  /** Voted anonymously from elsewhere: that vote counts, and nobody can change it here. @param {Poll} poll */
  #isSealed(poll) {
    return poll.anonymous && Boolean(poll.voted) && !this.#actions.holdsBallot(poll.id);
  }

  /** @param {number} option @param {boolean} on */
  #tick(option, on) {
    const poll = this.#poll;
    if (!poll) return;
    const ticked = new Set(poll.multiple ? (this.#ticked ?? poll.chosen ?? []) : []);
    if (on) ticked.add(option);
    else ticked.delete(option);
    this.#ticked = ticked;
    this.#drawVote(poll, false);
  }

  /** @param {Poll} poll @param {boolean} busy */
  #drawVote(poll, busy) {
    const ticked = this.#ticked;
    const changed = ticked !== null && JSON.stringify([...ticked].sort()) !== JSON.stringify([...(poll.chosen ?? [])].sort());
    set(this.#vote, 'hidden', poll.state !== 'open' || this.#isSealed(poll) || (Boolean(poll.voted) && !changed));
    set(this.#vote, 'disabled', !changed || ticked?.size === 0 || busy);
    text(this.#vote, this.#t(poll.voted ? 'stage.polls.vote.change' : 'stage.polls.vote'));
  }

  #cast() {
    const poll = this.#poll;
    if (!poll || !this.#ticked || this.#ticked.size === 0) return;
    const choices = [...this.#ticked].sort((a, b) => a - b);
    this.#ticked = null;
    this.#actions.vote(poll.id, choices, poll.anonymous);
  }

  /** @param {Poll} poll @param {Item | undefined} pending */
  #stateOf(poll, pending) {
    const t = this.#t;
    if (pending?.state === 'refused') return t(`stage.polls.refused.${pending.reason}`);
    if (pending?.reason === 'unavailable' || pending?.state === 'waiting') return t('stage.polls.pending');
    if (poll.state === 'draft') return t('stage.polls.only-you');
    const turnout = t('stage.polls.voters', poll.voters);
    if (this.#isSealed(poll)) return `${turnout} ${t('stage.polls.sealed')}`;
    return poll.voted && poll.state === 'open' ? `${turnout} ${t('stage.polls.voted')}` : turnout;
  }

  /** @param {Poll} poll @param {CardView} view */
  #drawTools(poll, { self, moderator }) {
    const own = poll.author === self;
    const may = own || moderator;
    const key = `${poll.state} ${own} ${may} ${this.#asked}`;
    if (key === this.#drawn) return;
    this.#drawn = key;
    const t = this.#t;
    const small = (/** @type {string} */ label, /** @type {() => void} */ run, kind = 'small') => h('button', { type: 'button', class: kind, onclick: run }, t(label));
    const ask = (/** @type {boolean} */ asked) => {
      this.#asked = asked;
      this.#drawTools(poll, { self, moderator, unsent: [], voters: {} });
      /** @type {HTMLElement | null} */ (this.#tools.querySelector('button'))?.focus();
    };
    if (this.#asked) {
      this.#tools.replaceChildren(h('span', {}, t('stage.polls.delete.ask')), small('stage.polls.delete', () => this.#actions.delete(poll.id), 'small danger'), small('stage.cancel', () => ask(false)));
      return;
    }
    this.#tools.replaceChildren(
      ...(poll.state === 'draft' && own ? [small('stage.polls.start', () => this.#actions.open(poll.id)), small('stage.polls.edit', () => this.#card.edit(this.#poll ?? poll))] : []),
      ...(poll.state === 'open' && may ? [small('stage.polls.close', () => this.#actions.close(poll.id))] : []),
      ...(poll.state !== 'draft' && !poll.anonymous ? [small('stage.polls.names', () => void this.#showNames())] : []),
      ...(poll.state !== 'draft' ? [small('stage.polls.export', () => void this.#save())] : []),
      ...(may ? [small('stage.polls.delete', () => ask(true))] : []),
    );
  }

  async #showNames() {
    set(this.#names, 'hidden', !this.#names.hidden);
    if (this.#names.hidden || !this.#poll) return;
    try {
      await this.#actions.voters(this.#poll.id);
    } catch {
      this.#card.failed();
    }
  }

  /** @param {Poll} poll @param {readonly Vote[] | undefined} votes */
  #drawNames(poll, votes) {
    if (this.#names.hidden) return;
    if (!votes) {
      if (poll.voters > 0 && this.#names.dataset.voters !== String(poll.voters)) void this.#actions.voters(poll.id).catch(() => this.#card.failed());
      this.#names.dataset.voters = String(poll.voters);
      return;
    }
    const key = JSON.stringify(votes);
    if (this.#names.dataset.drawn === key) return;
    this.#names.dataset.drawn = key;
    this.#names.replaceChildren(...votes.map((vote) => h('li', {}, h('bdi', {}, vote.name), ': ', h('bdi', {}, vote.choices.map((i) => poll.options[i]).join(', ')))));
  }

  async #save() {
    const poll = this.#poll;
    if (!poll) return;
    const t = this.#t;
    try {
      const votes = poll.anonymous ? [] : await this.#actions.voters(poll.id);
      const words = { option: t('stage.polls.csv.option'), votes: t('stage.polls.csv.votes'), voters: t('stage.polls.csv.voters'), name: t('stage.polls.csv.name'), choice: t('stage.polls.csv.choice') };
      // spreadsheets expect what does not collide with the comma in the numbers of their language
      const separator = document.documentElement.lang.startsWith('en') ? ',' : ';';
      download(`${fileName(poll.question, new Date().toISOString().slice(0, 10))}.csv`, 'text/csv', pollCsv(poll, votes, words, separator));
    } catch {
      this.#card.failed();
    }
  }
}
