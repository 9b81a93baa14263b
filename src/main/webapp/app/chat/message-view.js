import { button } from '../ui/controls.js';
import { h, set, text } from '../ui/dom.js';
import { isOnlyEmoji, segments } from './links.js';

/**
 * One message of the log. What somebody wrote goes in as text; the only elements made of it are links, and those of three kinds.
 *
 * @import { ChatEntry } from '../protocol/chat.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { Moments } from '../ui/moments.js'
 * @typedef {object} MessageActions
 * @property {(entry: ChatEntry) => void} reply
 * @property {(entry: ChatEntry) => void} edit
 * @property {(entry: ChatEntry, own: boolean) => void} takeBack
 * @property {(id: number) => void} show scrolls to another message
 */

export class MessageView {
  #who = h('bdi', { class: 'message-who' });
  #secret = h('span', { class: 'message-secret' });
  #time = h('time', { class: 'message-time' });
  #quote = h('button', { type: 'button', class: 'message-quote' });
  #text = h('p', { class: 'message-text', dir: 'auto' });
  #mark = h('span', { class: 'message-mark' });
  #bar = h('div', { class: 'message-bar' });
  /** @type {ChatEntry | null} */
  #entry = null;
  #drawn = '';
  #asking = false;
  #t;
  #moments;
  #actions;

  /** @param {Translate} t @param {Moments} moments @param {MessageActions} actions */
  constructor(t, moments, actions) {
    this.#t = t;
    this.#moments = moments;
    this.#actions = actions;
    this.#quote.addEventListener('click', () => this.#entry?.quote && actions.show(this.#entry.quote.id));
    this.element = h('li', { class: 'message' }, h('div', { class: 'message-head' }, this.#who, this.#secret, this.#time), this.#quote, this.#text, this.#mark, this.#bar);
  }

  /** @param {ChatEntry} entry @param {{self: string | null, moderator: boolean, continued: boolean, quoted: ChatEntry | undefined}} view */
  update(entry, { self, moderator, continued, quoted }) {
    const own = entry.sender === self;
    const changed = this.#entry !== entry;
    this.#entry = entry;
    const { element } = this;
    set(element, 'data-own', own);
    set(element, 'data-private', Boolean(entry.to));
    set(element, 'data-removed', Boolean(entry.removed));
    set(element, 'data-continued', continued);
    if (changed) this.#draw(entry, own);
    this.#drawQuote(entry, quoted);
    this.#drawBar(entry, own, own || moderator);
  }

  /** @param {ChatEntry} entry @param {boolean} own */
  #draw(entry, own) {
    const t = this.#t;
    text(this.#who, own ? t('stage.chat.you') : entry.name);
    text(this.#secret, secretOf(entry, own, t));
    text(this.#time, this.#moments.time(entry.sentAt));
    set(this.#time, 'datetime', new Date(entry.sentAt).toISOString());
    set(this.#time, 'title', this.#moments.full(entry.sentAt));
    if (entry.removed) this.#text.replaceChildren(t(entry.removed === 'sender' ? 'stage.chat.removed' : 'stage.chat.removed.moderator'));
    else this.#text.replaceChildren(...writing(entry.text));
    set(this.#text, 'data-jumbo', !entry.removed && isOnlyEmoji(entry.text));
    text(this.#mark, entry.edited && !entry.removed ? t('stage.chat.edited') : '');
  }

  /** @param {ChatEntry} entry @param {ChatEntry | undefined} quoted as the log has it */
  #drawQuote({ quote }, quoted) {
    set(this.#quote, 'hidden', !quote);
    if (!quote) return;
    const words = quoted ? quoted.text : quote.text;
    const drawn = `${quote.name}\n${words}`;
    if (this.#quote.dataset.drawn === drawn) return;
    this.#quote.dataset.drawn = drawn;
    this.#quote.replaceChildren(h('bdi', { class: 'quote-who' }, quote.name), h('span', { class: 'quote-text', dir: 'auto' }, words || this.#t('stage.chat.removed')));
    set(this.#quote, 'aria-label', this.#t('stage.chat.quote', quote.name));
  }

  /** @param {ChatEntry} entry @param {boolean} own @param {boolean} may take it away */
  #drawBar(entry, own, may) {
    const wanted = entry.removed ? '' : `${own} ${may} ${this.#asking}`;
    if (wanted === this.#drawn) return;
    this.#drawn = wanted;
    const t = this.#t;
    const again = () => this.#drawBar(entry, own, may);
    /** @param {boolean} asking */
    const ask = (asking) => {
      this.#asking = asking;
      again();
      /** @type {HTMLElement | null} */ (this.#bar.querySelector(asking ? 'button' : 'button:last-child'))?.focus();
    };
    const current = () => this.#entry ?? entry;
    if (!wanted) this.#bar.replaceChildren();
    else if (this.#asking) {
      this.#bar.replaceChildren(
        h('span', {}, t(own ? 'stage.chat.delete.ask' : 'stage.chat.remove.ask')),
        h('button', { type: 'button', class: 'small danger', onclick: () => this.#actions.takeBack(current(), own) }, t('stage.chat.delete')),
        h('button', { type: 'button', class: 'small', onclick: () => ask(false) }, t('stage.cancel')),
      );
    } else {
      this.#bar.replaceChildren(
        button({ icon: 'reply', label: t('stage.chat.reply'), kind: 'round', onClick: () => this.#actions.reply(current()) }),
        ...(own ? [button({ icon: 'edit', label: t('stage.chat.edit'), kind: 'round', onClick: () => this.#actions.edit(current()) })] : []),
        ...(may ? [button({ icon: 'delete', label: t(own ? 'stage.chat.delete' : 'stage.chat.remove'), kind: 'round', onClick: () => ask(true) })] : []),
      );
    }
    set(this.#bar, 'data-asking', this.#asking);
  }
}

/** @param {ChatEntry} entry @param {boolean} own @param {Translate} t */
function secretOf(entry, own, t) {
  if (!entry.to) return '';
  return own ? t('stage.chat.private.to', entry.toName ?? '') : t('stage.chat.private');
}

/** @param {string} words @returns {Array<string | Node>} */
export function writing(words) {
  return segments(words).flatMap(({ text: part, href, host }) => {
    if (!href) return /** @type {Array<string | Node>} */ ([part]);
    const outside = href.startsWith('mailto:') ? null : '_blank';
    const link = h('a', { href, rel: 'noopener noreferrer', target: outside, title: href, dir: 'ltr' }, part);
    return host ? [link, h('span', { class: 'true-host', dir: 'ltr' }, ` (${host})`)] : [link];
  });
}
