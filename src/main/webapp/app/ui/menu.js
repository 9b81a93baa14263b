import { button } from './controls.js';
import { h, icon, set } from './dom.js';

/**
 * A button that opens a list of things to do. The list is made when it is opened, so that it fits the moment; arrows move in it, Escape
 * closes it and gives the focus back.
 *
 * @typedef {{icon: string, label: string, danger?: boolean, checked?: boolean, run: () => void}} MenuItem
 */
export class MenuButton extends HTMLElement {
  #button;
  #list = h('div', { class: 'menu-list', role: 'menu', popover: 'auto' });
  #items;

  /** @param {{icon: string, label: string, kind: string, items: () => MenuItem[]}} parts */
  constructor({ icon: symbol, label, kind, items }) {
    super();
    this.#items = items;
    this.#button = button({ icon: symbol, label, kind, onClick: () => undefined });
    // the browser's own way: a click on the button of an open menu closes it
    this.#button.popoverTargetElement = this.#list;
    this.#button.setAttribute('aria-haspopup', 'menu');
    this.#button.setAttribute('aria-expanded', 'false');
    this.#list.setAttribute('aria-label', label);
    this.#list.addEventListener('beforetoggle', (event) => this.#prepare(/** @type {ToggleEvent} */ (event).newState === 'open'));
    this.#list.addEventListener('toggle', (event) => this.#toggled(/** @type {ToggleEvent} */ (event).newState === 'open'));
    this.#list.addEventListener('keydown', (event) => this.#onKey(event));
    this.append(this.#button, this.#list);
  }

  /** Nothing to do, no button. */
  refresh() {
    set(this, 'hidden', this.#items().length === 0);
  }

  /** @param {string} label */
  rename(label) {
    this.#button.show('more', label);
    this.#list.setAttribute('aria-label', label);
  }

  /** @param {boolean} opens */
  #prepare(opens) {
    if (opens) this.#list.replaceChildren(...this.#items().map((item) => this.#item(item)));
  }

  /** @param {MenuItem} item */
  #item({ icon: symbol, label, danger, checked, run }) {
    const role = checked === undefined ? 'menuitem' : 'menuitemcheckbox';
    return h(
      'button',
      {
        type: 'button',
        role,
        'aria-checked': checked === undefined ? null : String(checked),
        tabindex: -1,
        class: danger ? 'danger' : null,
        onclick: () => {
          this.#list.hidePopover();
          run();
        },
      },
      icon(symbol),
      h('span', {}, label),
    );
  }

  /** Below the button where there is room, above it where there is not. */
  #place() {
    const anchor = this.#button.getBoundingClientRect();
    this.#list.style.setProperty('left', '0'); // measured where nothing makes it narrower
    const size = this.#list.getBoundingClientRect();
    const below = anchor.bottom + 4 + size.height <= window.innerHeight;
    const top = below ? anchor.bottom + 4 : Math.max(8, anchor.top - 4 - size.height);
    const left = Math.min(Math.max(8, anchor.right - size.width), window.innerWidth - size.width - 8);
    this.#list.style.setProperty('top', `${top}px`);
    this.#list.style.setProperty('left', `${left}px`);
  }

  #follow = () => this.#place();

  /** @param {boolean} open */
  #toggled(open) {
    if (open) {
      this.#place();
      /** @type {HTMLElement | null} */ (this.#list.firstElementChild)?.focus();
      window.addEventListener('resize', this.#follow);
    } else {
      window.removeEventListener('resize', this.#follow);
    }
    this.#button.setAttribute('aria-expanded', String(open));
    if (!open && this.#list.contains(document.activeElement)) this.#button.focus();
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const items = /** @type {HTMLElement[]} */ ([...this.#list.children]);
    const at = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Tab' || event.key === 'Escape') {
      event.stopPropagation();
      event.preventDefault();
      this.#list.hidePopover();
      this.#button.focus();
    } else if (step) {
      event.preventDefault();
      items[(at + step + items.length) % items.length]?.focus();
    }
  }
}

customElements.define('plenum-menu', MenuButton);
