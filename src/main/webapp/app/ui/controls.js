import { changeIcon, h, icon, set, text } from './dom.js';
import { calledBy } from './texts.js';

/**
 * Buttons that look and speak alike everywhere.
 *
 * @typedef {object} ButtonParts
 * @property {string} icon
 * @property {string} label said, and shown as the tooltip
 * @property {string} [short] shown on the button instead of the label
 * @property {(event: Event) => void} onClick
 * @property {string} [kind] class names
 * @property {string} [keys] the shortcut, shown in the tooltip
 */

/** @param {ButtonParts} parts */
export function button(parts) {
  const symbol = icon(parts.icon);
  const label = h('span', { class: 'label' }, parts.short ?? parts.label);
  const element = h('button', { type: 'button', class: parts.kind ?? 'button', onclick: parts.onClick }, symbol, label);
  describe(element, parts.label, parts);
  return Object.assign(element, {
    /** @param {string} name @param {string} words */
    show(name, words) {
      changeIcon(symbol, name);
      text(label, parts.short ?? words);
      describe(element, words, parts);
    },
  });
}

/** @param {Element} element @param {string} label @param {{ short?: string, keys?: string }} parts */
function describe(element, label, { short, keys }) {
  set(element, 'aria-label', calledBy(label, short));
  set(element, 'title', keys ? `${label} (${keys})` : label);
  set(element, 'aria-keyshortcuts', keys ?? null);
}

/**
 * A labelled switch.
 *
 * @param {string} label
 * @param {(on: boolean) => void} onChange
 */
export function check(label, onChange) {
  const input = h('input', { type: 'checkbox', onchange: () => onChange(input.checked) });
  const element = h('label', { class: 'check' }, input, h('span', {}, label));
  return Object.assign(element, {
    /** @param {boolean} on */
    show(on) {
      input.checked = on;
    },
  });
}

/**
 * A labelled choice.
 *
 * @param {string} label
 * @param {(value: string) => void} onChoice
 */
export function choice(label, onChoice) {
  const select = h('select', { onchange: (event) => onChoice(/** @type {HTMLSelectElement} */ (event.target).value) });
  const element = h('label', { class: 'choice' }, h('span', {}, label), select);
  return Object.assign(element, {
    /** @param {Array<{id: string, label: string}>} options @param {string | null | undefined} chosen */
    show(options, chosen) {
      const asked = JSON.stringify(options);
      if (select.dataset.options !== asked) {
        select.dataset.options = asked;
        select.replaceChildren(...options.map((option) => h('option', { value: option.id }, option.label)));
      }
      if (chosen) select.value = chosen;
      set(element, 'hidden', options.length === 0);
    },
  });
}
