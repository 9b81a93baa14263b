/**
 * Like `keyed`, for lists that grow at both ends: brings the children into the order of the list. What stays in place is not touched, so
 * that it keeps focus and scroll position.
 *
 * @template T
 * @param {Element} parent
 * @param {readonly T[]} items
 * @param {(item: T) => string} keyOf
 * @param {(item: T) => HTMLElement} make
 * @param {(element: HTMLElement, item: T) => void} update
 */
export function ordered(parent, items, keyOf, make, update) {
  const present = new Map([...parent.children].map((child) => [/** @type {HTMLElement} */ (child).dataset.key, /** @type {HTMLElement} */ (child)]));
  const wanted = new Set(items.map(keyOf));
  for (const [key, element] of present) if (!wanted.has(key ?? '')) element.remove();
  let next = parent.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    let element = present.get(key);
    if (!element) {
      element = make(item);
      element.dataset.key = key;
    }
    if (element === next) next = next.nextElementSibling;
    else parent.insertBefore(element, next);
    update(element, item);
  }
}
