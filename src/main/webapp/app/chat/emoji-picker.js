import { h, set } from '../ui/dom.js';
import { EMOJI } from './emoji.js';

/**
 * Emoji to choose from, by category, with those used last in front. One stop for the tab key; arrows walk the grid.
 */

const COLUMNS = 8;
const RECENT = 16;
const STORED = 'plenum-emoji';

export class EmojiPicker extends HTMLElement {
  #t;
  #choose;
  #grid = h('div', { class: 'emoji-grid', role: 'group' });
  #tabs;
  /** @type {string} */
  #category = 'smileys';

  /** @param {import('../ui/texts.js').Translate} t @param {(emoji: string) => void} choose */
  constructor(t, choose) {
    super();
    this.#t = t;
    this.#choose = choose;
    set(this, 'hidden', true);
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', t('stage.chat.emoji'));
    this.#tabs = Object.keys(EMOJI).map((name) =>
      h('button', { type: 'button', class: 'emoji-tab', 'data-category': name, title: t(`stage.emoji.${name}`), 'aria-label': t(`stage.emoji.${name}`), onclick: () => this.#show(name) }, EMOJI[name][0]),
    );
    this.append(h('div', { class: 'emoji-tabs', role: 'group' }, ...this.#tabs), this.#grid);
    this.#grid.addEventListener('click', (event) => this.#chosen(/** @type {HTMLElement} */ (event.target)));
    this.#grid.addEventListener('keydown', (event) => this.#walk(event));
  }

  enter() {
    this.#show(this.#category);
    /** @type {HTMLElement | null} */ (this.#grid.querySelector('button'))?.focus();
  }

  /** @param {string} name */
  #show(name) {
    this.#category = name;
    for (const tab of this.#tabs) set(tab, 'aria-pressed', String(tab.dataset.category === name));
    const recent = name === 'smileys' ? recents() : [];
    const all = [...recent, ...EMOJI[name].filter((emoji) => !recent.includes(emoji))];
    set(this.#grid, 'aria-label', this.#t(`stage.emoji.${name}`));
    this.#grid.replaceChildren(...all.map((emoji, i) => h('button', { type: 'button', class: 'emoji', tabindex: i === 0 ? 0 : -1 }, emoji)));
    this.#grid.scrollTop = 0;
  }

  /** @param {HTMLElement} target */
  #chosen(target) {
    if (!target.matches('.emoji')) return;
    const emoji = target.textContent ?? '';
    try {
      localStorage.setItem(STORED, JSON.stringify([emoji, ...recents().filter((e) => e !== emoji)].slice(0, RECENT)));
    } catch {
      // then they are not remembered
    }
    this.#choose(emoji);
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    const all = /** @type {HTMLElement[]} */ ([...this.#grid.children]);
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (!step || at < 0) return;
    event.preventDefault();
    const next = all[Math.min(all.length - 1, Math.max(0, at + step))];
    set(all[at], 'tabindex', -1);
    set(next, 'tabindex', 0);
    next.focus();
  }
}

/** @returns {string[]} */
function recents() {
  try {
    const stored = JSON.parse(localStorage.getItem(STORED) ?? '[]');
    return Array.isArray(stored) ? stored.filter((e) => typeof e === 'string' && KNOWN.has(e)).slice(0, RECENT) : [];
  } catch {
    return [];
  }
}

const KNOWN = new Set(Object.values(EMOJI).flat());

customElements.define('plenum-emoji-picker', EmojiPicker);
