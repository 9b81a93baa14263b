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
  let shown = false;
  // at once: browsers tell of the end so late that the next keys come before it
  const leave = () => {
    if (!shown) return;
    shown = false;
    element.close();
    onClose();
  };
  const element = h(
    'dialog',
    { class: `dialog ${kind ?? ''}`, 'aria-labelledby': heading.id },
    h('header', {}, heading, button({ icon: 'close', label: close, kind: 'round', onClick: leave })),
    ...content,
  );
  element.addEventListener('click', (event) => {
    if (event.target === element) leave();
  });
  element.addEventListener('cancel', (event) => {
    if (event.target === element) leave();
  });
  element.addEventListener('close', () => {
    if (!element.open) leave();
  });
  return Object.assign(element, {
    /** @param {boolean} open */
    toggle(open) {
      if (open === shown) return;
      shown = open;
      if (open) element.showModal();
      else element.close();
    },
  });
}
