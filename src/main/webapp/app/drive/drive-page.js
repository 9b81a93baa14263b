import { h } from '../ui/dom.js';
import './copy-link.js';
import { dragToMove, isOfOurs } from './drag.js';
import { chosen, dropped } from './dropped.js';
import { Marks } from './marks.js';
import './preview.js';
import { Queue } from './queue.js';
import { UploadsView } from './uploads-view.js';

/** The page of drives: uploads, moving by dragging, keys, and what the tools need to be chosen. */

const page = /** @type {HTMLElement} */ (document.getElementById('drive'));
const panel = /** @type {HTMLElement} */ (document.getElementById('uploads'));
const base = document.querySelector('a.brand')?.getAttribute('href')?.replace(/\/$/, '') ?? '';
const ours = /** @type {{ driveReload?: () => void, driveMove?: (values: { name: string, value: string }[]) => void }} */ (globalThis);

let seen = 0;
let drawn = 0;
const queue = new Queue(draw, new Marks(localStorage), { base });
const view = new UploadsView(panel, queue);

/** Not more than ten times a second. */
function draw() {
  if (drawn) return;
  drawn = window.setTimeout(() => {
    drawn = 0;
    view.show();
    if (queue.open === 0 && queue.done > seen) {
      seen = queue.done;
      ours.driveReload?.();
    }
  }, 100);
}

/** Says before anything is sent that there is not enough room. @param {import('../platform/upload.js').Wish[]} wishes */
function take(wishes) {
  if (page.dataset.writable !== 'true' || wishes.length === 0) return;
  const wanted = wishes.reduce((sum, { file }) => sum + file.size, 0);
  // what is used is told anew with each change, the page itself is not
  const told = /** @type {HTMLElement} */ (document.querySelector('.drive-used [data-room]') ?? page);
  const fits = wanted <= Number(told.dataset.room);
  view.refuse(fits ? '' : 'room');
  if (fits) queue.add({ drive: page.dataset.drive ?? '', folder: page.dataset.folder ?? '' }, wishes);
}

for (const kind of ['files', 'folder']) {
  const input = /** @type {HTMLInputElement | null} */ (document.getElementById(`pick-${kind}`));
  document.querySelector(`[data-pick="${kind}"]`)?.addEventListener('click', () => input?.click());
  input?.addEventListener('change', () => {
    take(chosen(input.files));
    input.value = '';
  });
}

/** From outside of the browser. @param {DataTransfer | null} data @returns {data is DataTransfer} */
const hasFiles = (data) => [...(data?.types ?? [])].some((type) => type.toLowerCase() === 'files');

document.addEventListener('dragover', (event) => {
  if (isOfOurs(event.dataTransfer) || !hasFiles(event.dataTransfer)) return;
  event.preventDefault();
  page.classList.add('drop-files');
});
document.addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) page.classList.remove('drop-files');
});
document.addEventListener('drop', (event) => {
  page.classList.remove('drop-files');
  if (isOfOurs(event.dataTransfer) || !hasFiles(event.dataTransfer)) return;
  event.preventDefault();
  dropped(event.dataTransfer).then(take);
});
window.addEventListener('beforeunload', (event) => {
  if (queue.open > 0) event.preventDefault();
});

fetch(`${base}/uploads`)
  .then((answer) => (answer.ok ? answer.json() : []))
  .then((left) => queue.resumable(left))
  .catch(() => null);

dragToMove((items, folder, drive) =>
  ours.driveMove?.([
    { name: 'dragged', value: items.join(',') },
    { name: 'ontoFolder', value: folder },
    { name: 'ontoDrive', value: drive },
  ]),
);

/** Addresses of the chosen files; folders have none. @returns {string[]} */
const chosenFiles = () => [...document.querySelectorAll('.drive-row.ui-state-highlight [data-item]')].map((one) => /** @type {HTMLElement} */ (one).dataset.download ?? '').filter((address) => address !== '');

/** Tools need one chosen item, some, or a file among them. */
function enable() {
  const count = document.querySelectorAll('.drive-row.ui-state-highlight').length;
  for (const [name, right] of /** @type {[string, boolean][]} */ ([['needs-one', count === 1], ['needs-some', count > 0], ['needs-file', chosenFiles().length > 0]])) {
    document.querySelectorAll(`.${name}`).forEach((button) => /** @type {HTMLButtonElement} */ (button).toggleAttribute('disabled', !right));
  }
}
enable();
new MutationObserver(enable).observe(page, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });

document.querySelector('[data-download-chosen]')?.addEventListener('click', () => {
  for (const address of chosenFiles()) h('a', { href: address, download: '' }).click();
});

const grid = document.querySelector('[data-grid]');
/** @param {boolean} on */
function asGrid(on) {
  page.classList.toggle('as-grid', on);
  grid?.setAttribute('aria-pressed', String(on));
}
asGrid(localStorage.getItem('plenum.drive.grid') === 'on');
grid?.addEventListener('click', () => {
  const on = !page.classList.contains('as-grid');
  localStorage.setItem('plenum.drive.grid', on ? 'on' : 'off');
  asGrid(on);
});

/** @type {Record<string, string>} */
const KEYS = { Delete: 'files:trash', F2: 'files:rename', x: 'files:cut', c: 'files:copy', v: 'files:paste' };
document.addEventListener('keydown', (event) => {
  if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog, .ui-dialog')) return;
  if (event.key === '/') {
    event.preventDefault();
    document.getElementById('drive-search')?.focus();
  }
  const letter = event.key.length === 1;
  const tool = letter && !(event.ctrlKey || event.metaKey) ? '' : (KEYS[event.key] ?? '');
  const button = /** @type {HTMLButtonElement | null} */ (tool ? document.getElementById(tool) : null);
  if (button && !button.disabled && !window.getSelection()?.toString()) {
    event.preventDefault();
    button.click();
  }
});
