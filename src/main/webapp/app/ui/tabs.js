import { h, set } from './dom.js';

/**
 * Pages of which one is there, after the pattern of the ARIA Authoring Practices: arrows change the page, Tab goes into it.
 *
 * @typedef {{label: string, content: Node[]}} TabPage
 * @param {string} label of the whole
 * @param {TabPage[]} pages
 */
export function tabs(label, pages) {
  const id = `tabs-${crypto.randomUUID()}`;
  const handles = pages.map((page, i) =>
    h('button', { type: 'button', role: 'tab', class: 'tab', id: `${id}-${i}`, 'aria-controls': `${id}-${i}-page`, onclick: () => show(i) }, page.label),
  );
  const panels = pages.map((page, i) => h('div', { role: 'tabpanel', class: 'tab-page', id: `${id}-${i}-page`, 'aria-labelledby': `${id}-${i}` }, ...page.content));
  const list = h('div', { role: 'tablist', class: 'tab-list', 'aria-label': label }, ...handles);
  list.addEventListener('keydown', (event) => {
    const next = nextTab(event.key, handles.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement)), handles.length);
    if (next === null) return;
    event.preventDefault();
    show(next);
    handles[next].focus();
  });
  show(0);
  return h('div', { class: 'tabs' }, list, ...panels);

  /** @param {number} chosen */
  function show(chosen) {
    handles.forEach((handle, i) => {
      set(handle, 'aria-selected', String(i === chosen));
      handle.tabIndex = i === chosen ? 0 : -1;
      set(panels[i], 'hidden', i !== chosen);
    });
  }
}

/**
 * Where a key leads; null: nowhere. Pure.
 *
 * @param {string} key
 * @param {number} now
 * @param {number} count
 * @returns {number | null}
 */
export function nextTab(key, now, count) {
  if (now < 0) return null;
  switch (key) {
    case 'ArrowRight':
      return (now + 1) % count;
    case 'ArrowLeft':
      return (now + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
