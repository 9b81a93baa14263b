import { button } from './controls.js';
import { h } from './dom.js';

/**
 * A dialog on the browser's own element: it holds the focus, gives it back, and Escape closes it.
 *
 * @param {object} parts
 * @param {string} parts.title
 * @param {string} parts.close label of the close button
 * @param {string} [parts.kind]
 * @param {() => void} parts.onClose
 * @param {Node[]} parts.content
 */
export function dialog({ title, close, kind, onClose, content }) {
  const heading = h('h2', { id: `dialog-${crypto.randomUUID()}` }, title);
  const element = h(
    'dialog',
    { class: `dialog ${kind ?? ''}`, 'aria-labelledby': heading.id, onclose: onClose },
    h('header', {}, heading, button({ icon: 'close', label: close, kind: 'round', onClick: () => element.close() })),
    ...content,
  );
  element.addEventListener('click', (event) => {
    if (event.target === element) element.close();
  });
  return Object.assign(element, {
    /** @param {boolean} open */
    toggle(open) {
      if (open && !element.open) element.showModal();
      else if (!open && element.open) element.close();
    },
  });
}
