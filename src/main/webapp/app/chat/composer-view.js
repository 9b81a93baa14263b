import { button, choice } from '../ui/controls.js';
import { h, icon, set, text } from '../ui/dom.js';
import { others } from '../state/people.js';
import { permits } from '../state/rules.js';
import { LONGEST_TEXT } from './slice.js';
import { EmojiPicker } from './emoji-picker.js';

/**
 * Where one writes: to all or to one, an answer, or a change of what was sent. What stands here outlives a reload.
 *
 * @import { Translate } from '../ui/texts.js'
 * @import { ChatActions } from './actions.js'
 * @import { ChatStore } from './slice.js'
 */

const COUNT_FROM = 3500;

export class ComposerView extends HTMLElement {
  #parts;
  #field;
  #context = h('div', { class: 'composer-context' });
  #contextText = h('span', { class: 'quote-text', dir: 'auto' });
  #count = h('span', { class: 'composer-count', role: 'status' });
  #to;
  #picker;
  #emoji;
  #send;
  /** @type {number | null} */
  #editing = null;
  #locked = false;

  /** @param {{store: ChatStore, actions: ChatActions, t: Translate}} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    const { actions, store, t } = parts;
    this.#to = choice(t('stage.chat.to'), (id) => {
      const person = store.state.people.participants.find((p) => p.id === id);
      store.dispatch({ type: 'chat-to', to: person ? { id: person.id, name: person.name } : null });
    });
    this.#to.classList.add('composer-to');
    this.#field = h('textarea', {
      rows: 1, maxlength: LONGEST_TEXT, dir: 'auto', 'aria-label': t('stage.chat.write'), placeholder: t('stage.chat.write'), enterkeyhint: 'send',
      oninput: () => this.#typed(),
      onkeydown: (event) => this.#key(/** @type {KeyboardEvent} */ (event)),
    });
    this.#field.value = actions.drafts.read();
    this.#picker = new EmojiPicker(t, (emoji) => this.#insert(emoji));
    this.#emoji = button({ icon: 'smile', label: t('stage.chat.emoji'), kind: 'round', onClick: () => this.#togglePicker(this.#picker.hidden) });
    set(this.#emoji, 'aria-expanded', 'false');
    this.#send = button({ icon: 'send', label: t('stage.chat.send'), kind: 'round send', onClick: () => this.#submit() });
    const cancel = button({ icon: 'close', label: t('stage.cancel'), kind: 'round', onClick: () => this.#cancel() });
    this.#context.append(icon('reply'), this.#contextText, cancel);
    set(this.#context, 'hidden', true);
    this.append(this.#picker, this.#to, this.#context, h('div', { class: 'composer-line' }, this.#emoji, this.#field, this.#send), this.#count);
    this.#typed();
  }

  enter() {
    this.#field.focus();
  }

  /** Puts a text into the field, before what stands there. @param {string} words */
  takeUp(words) {
    this.#field.value = [words, this.#field.value].filter(Boolean).join('\n').slice(0, LONGEST_TEXT);
    this.#typed();
    this.#field.focus();
  }

  /** @param {ChatStore['state']} state */
  update(state) {
    const { t } = this.#parts;
    const { chat } = state;
    this.#lock(!permits(state, 'chat'));
    const people = others(state);
    this.#to.show([{ id: '', label: t('stage.chat.everyone') }, ...people.map((p) => ({ id: p.id, label: p.name }))], chat.to?.id ?? null);
    if (!chat.to) /** @type {HTMLSelectElement} */ (this.#to.querySelector('select')).value = '';
    set(this.#to, 'hidden', !chat.privateAllowed || people.length === 0 || chat.editing !== null);
    set(this, 'data-private', chat.to !== null && chat.editing === null);
    const replied = chat.entries.find((entry) => entry.id === chat.replyTo);
    set(this.#context, 'hidden', !replied && chat.editing === null);
    if (replied) text(this.#contextText, t('stage.chat.replying', replied.name, replied.text.slice(0, 120)));
    else if (chat.editing !== null) text(this.#contextText, t('stage.chat.editing'));
    if (chat.editing !== this.#editing) {
      this.#editing = chat.editing;
      const edited = chat.entries.find((entry) => entry.id === chat.editing);
      this.#field.value = edited ? edited.text : this.#parts.actions.drafts.read();
      this.#typed();
      if (edited) this.#field.focus();
    }
  }

  /** @param {boolean} locked */
  #lock(locked) {
    set(this.#field, 'disabled', locked);
    set(this.#field, 'placeholder', this.#parts.t(locked ? 'stage.chat.locked' : 'stage.chat.write'));
    set(this.#emoji, 'disabled', locked);
    this.#locked = locked;
    this.#showSend();
    if (locked && !this.#picker.hidden) this.#togglePicker(false);
  }

  #showSend() {
    set(this.#send, 'disabled', this.#locked || this.#field.value.trim() === '');
  }

  #typed() {
    const { value } = this.#field;
    if (this.#editing === null) this.#parts.actions.drafts.keep(value);
    this.#showSend();
    text(this.#count, value.length > COUNT_FROM ? this.#parts.t('stage.chat.left', LONGEST_TEXT - value.length) : '');
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === 'Escape' && this.#cancel()) event.stopPropagation();
  }

  #submit() {
    const { actions, store } = this.#parts;
    const { chat } = store.state;
    const words = this.#field.value.trim();
    if (words === '' || this.#locked) return;
    if (this.#editing !== null) {
      const id = this.#editing;
      this.#editing = null;
      this.#field.value = actions.drafts.read();
      actions.edit(id, words);
    } else {
      this.#field.value = '';
      actions.say(words, { to: chat.to, reply: chat.entries.find((entry) => entry.id === chat.replyTo) });
    }
    this.#typed();
    this.#togglePicker(false);
    this.#field.focus();
    this.dispatchEvent(new Event('said'));
  }

  /** Closes the topmost of picker, answer and change. @returns {boolean} whether there was one */
  #cancel() {
    const { store } = this.#parts;
    const { chat } = store.state;
    if (!this.#picker.hidden) this.#togglePicker(false);
    else if (chat.editing !== null) store.dispatch({ type: 'chat-editing', id: null });
    else if (chat.replyTo !== null) store.dispatch({ type: 'chat-reply', id: null });
    else return false;
    this.#field.focus();
    return true;
  }

  /** @param {boolean} open */
  #togglePicker(open) {
    set(this.#picker, 'hidden', !open);
    set(this.#emoji, 'aria-expanded', String(open));
    if (open) this.#picker.enter();
  }

  /** @param {string} emoji */
  #insert(emoji) {
    const { selectionStart, selectionEnd, value } = this.#field;
    if (value.length + emoji.length > LONGEST_TEXT) return;
    this.#field.setRangeText(emoji, selectionStart, selectionEnd, 'end');
    this.#typed();
  }
}

customElements.define('plenum-composer', ComposerView);
