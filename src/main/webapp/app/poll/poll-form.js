import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';
import { LONGEST_OPTION, LONGEST_QUESTION, MOST_OPTIONS, problemOf } from './slice.js';

/**
 * Writing a poll.
 *
 * @import { Translate } from '../ui/texts.js'
 * @import { Draft } from './slice.js'
 * @typedef {{save(draft: Draft, open: boolean): void, cancel(): void}} FormActions
 */
export class PollForm {
  #t;
  #actions;
  #id = '';
  #question;
  #options = h('div', { class: 'poll-options' });
  #add;
  #multiple = h('input', { type: 'checkbox' });
  #anonymous = h('input', { type: 'checkbox' });
  #problem = h('p', { class: 'refusal', role: 'alert' });

  /** @param {Translate} t @param {FormActions} actions */
  constructor(t, actions) {
    this.#t = t;
    this.#actions = actions;
    this.#question = h('textarea', { rows: 2, maxlength: LONGEST_QUESTION, dir: 'auto', placeholder: t('stage.polls.question.hint') });
    this.#add = button({ icon: 'plus', label: t('stage.polls.add'), kind: 'small', onClick: () => this.#addOption('').focus() });
    this.element = h(
      'form',
      { class: 'poll-form', hidden: true, 'aria-label': t('stage.polls.new'), onsubmit: (event) => this.#submit(event) },
      h('label', {}, h('span', {}, t('stage.polls.question')), this.#question),
      h('fieldset', {}, h('legend', {}, t('stage.polls.options')), this.#options, this.#add),
      h('label', { class: 'check' }, this.#multiple, h('span', {}, t('stage.polls.multiple'))),
      h('label', { class: 'check' }, this.#anonymous, h('span', {}, t('stage.polls.anonymous'), h('small', {}, t('stage.polls.anonymous.hint')))),
      this.#problem,
      h(
        'div',
        { class: 'poll-tools' },
        h('button', { type: 'submit', class: 'button primary' }, t('stage.polls.start')),
        h('button', { type: 'button', class: 'button secondary', onclick: () => this.#save(false) }, t('stage.polls.draft')),
        h('button', { type: 'button', class: 'button quiet', onclick: () => actions.cancel() }, t('stage.cancel')),
      ),
    );
  }

  enter() {
    this.#question.focus();
  }

  /** @param {Draft | null} draft */
  show(draft) {
    set(this.element, 'hidden', draft === null);
    if (!draft) this.#id = '';
    if (!draft || draft.id === this.#id) return;
    this.#id = draft.id;
    this.#question.value = draft.question;
    this.#multiple.checked = draft.multiple;
    this.#anonymous.checked = draft.anonymous;
    this.#options.replaceChildren();
    for (const option of draft.options) this.#addOption(option);
    text(this.#problem, '');
  }

  /** @param {string} value */
  #addOption(value) {
    const field = h('input', { type: 'text', maxlength: LONGEST_OPTION, dir: 'auto' });
    field.value = value;
    const row = h('div', { class: 'poll-option' }, field, button({ icon: 'close', label: this.#t('stage.polls.drop'), kind: 'round', onClick: () => this.#drop(row) }));
    this.#options.append(row);
    this.#count();
    return field;
  }

  /** @param {HTMLElement} row */
  #drop(row) {
    row.remove();
    this.#count();
    this.#add.focus();
  }

  #count() {
    const rows = [...this.#options.children];
    rows.forEach((row, i) => {
      set(row.children[0], 'aria-label', this.#t('stage.polls.option', i + 1));
      set(row.children[0], 'placeholder', this.#t('stage.polls.option', i + 1));
      set(row.children[1], 'disabled', rows.length <= 2);
    });
    set(this.#add, 'hidden', rows.length >= MOST_OPTIONS);
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    this.#save(true);
  }

  /** @param {boolean} open */
  #save(open) {
    const options = [...this.#options.querySelectorAll('input')].map((field) => field.value);
    const draft = { id: this.#id, question: this.#question.value, options, multiple: this.#multiple.checked, anonymous: this.#anonymous.checked };
    const problem = problemOf(draft);
    text(this.#problem, problem ? this.#t(problem) : '');
    if (!problem) this.#actions.save(draft, open);
  }
}
