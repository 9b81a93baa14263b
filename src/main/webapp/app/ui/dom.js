/**
 * Makes elements. Text goes in as text, never as markup.
 *
 * @typedef {string | Node | null | undefined | false} Child
 * @typedef {Record<string, string | boolean | number | null | undefined | EventListener>} Attributes
 */

/** A phone, held upright: as in the style sheets. */
export const NARROW = '(max-width: 640px)';

/** Room for the people or for the chat beside the tiles, not for both: as in the style sheets. */
export const ONE_PANEL = '(max-width: 860px)';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes] `on…` are listeners; true is an empty attribute; false and null are none
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else set(element, name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Changes an attribute only when it differs. @param {Element} element @param {string} name @param {string | boolean | number | null | undefined} value */
export function set(element, name, value) {
  if (value === null || value === undefined || value === false) {
    element.removeAttribute(name);
    return;
  }
  const text = value === true ? '' : String(value);
  if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}

/** Changes a text only when it differs. @param {Element} element @param {string} value */
export function text(element, value) {
  if (element.textContent !== value) element.textContent = value;
}

/** @param {string} name a symbol of images/icons.svg */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', iconAddress(name));
  svg.append(use);
  return svg;
}

/** @param {Element} svg @param {string} name */
export function changeIcon(svg, name) {
  const use = svg.firstElementChild;
  if (use) set(use, 'href', iconAddress(name));
}

/** The hashed name of this release's modules. */
const RELEASE = /\/app-([0-9a-f]+)\//.exec(import.meta.url)?.[1];

/** With the release in it the browser keeps the file, and has icons also while the server is away. @param {string} name */
function iconAddress(name) {
  return `${new URL('../../images/icons.svg', import.meta.url).pathname}${RELEASE ? `?${RELEASE}` : ''}#${name}`;
}

/**
 * Brings the children of a parent into line with a list, by key: what stays is never made anew or taken out, so a playing video plays on.
 *
 * @template T
 * @param {Element} parent
 * @param {readonly T[]} items
 * @param {(item: T) => string} keyOf
 * @param {(item: T) => HTMLElement} make
 * @param {(element: HTMLElement, item: T) => void} update
 */
export function keyed(parent, items, keyOf, make, update) {
  const present = new Map([...parent.children].map((child) => [/** @type {HTMLElement} */ (child).dataset.key, /** @type {HTMLElement} */ (child)]));
  for (const item of items) {
    const key = keyOf(item);
    let element = present.get(key);
    present.delete(key);
    if (!element) {
      element = make(item);
      element.dataset.key = key;
      parent.append(element);
    }
    update(element, item);
  }
  for (const element of present.values()) element.remove();
}
