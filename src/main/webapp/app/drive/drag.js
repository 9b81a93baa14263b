/** Files are moved by dragging their rows onto a folder, a step of the path, or another drive. */

const TYPE = 'application/x-plenum-items';

/** What is dragged: the row, or all chosen rows when it is one of them. @param {Element} row */
function dragged(row) {
  const own = /** @type {HTMLElement | null} */ (row.querySelector('[data-item]'))?.dataset.item ?? '';
  const chosen = [...document.querySelectorAll('.drive-row.ui-state-highlight [data-item]')].map((one) => /** @type {HTMLElement} */ (one).dataset.item ?? '');
  return chosen.includes(own) ? chosen : [own];
}

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
function place(target) {
  const found = target instanceof Element ? target.closest('[data-drop-folder]:not([data-drop-folder=""]), [data-drop-drive]:not([data-drop-drive=""])') : null;
  return found instanceof HTMLElement ? found : null;
}

/** @param {DataTransfer | null} data */
export const isOfOurs = (data) => data?.types.includes(TYPE) ?? false;

/** @param {(items: string[], folder: string, drive: string) => void} move */
export function dragToMove(move) {
  const ready = () => document.querySelectorAll('.drive-row:not([draggable])').forEach((row) => row.setAttribute('draggable', 'true'));
  ready();
  new MutationObserver(ready).observe(document.body, { childList: true, subtree: true });
  document.addEventListener('dragstart', (event) => {
    const row = event.target instanceof Element ? event.target.closest('.drive-row') : null;
    if (!row || !event.dataTransfer) return;
    event.dataTransfer.setData(TYPE, dragged(row).join(','));
    event.dataTransfer.effectAllowed = 'move';
  });
  document.addEventListener('dragover', (event) => {
    document.querySelector('.drop-here')?.classList.remove('drop-here');
    const onto = isOfOurs(event.dataTransfer) ? place(event.target) : null;
    if (!onto) return;
    event.preventDefault();
    onto.classList.add('drop-here');
  });
  document.addEventListener('drop', (event) => {
    document.querySelector('.drop-here')?.classList.remove('drop-here');
    const onto = isOfOurs(event.dataTransfer) ? place(event.target) : null;
    if (!onto || !event.dataTransfer) return;
    event.preventDefault();
    const items = event.dataTransfer.getData(TYPE).split(',').filter((item) => item !== onto.dataset.dropFolder);
    if (items.length > 0) move(items, onto.dataset.dropFolder ?? '', onto.dataset.dropDrive ?? '');
  });
}
