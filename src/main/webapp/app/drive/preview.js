/**
 * Shows a file in a dialog: pictures, video and sound by the browser's own elements, PDF and text in a frame that the server's policy keeps from
 * running anything. What cannot be shown can be downloaded.
 */

/** @param {string} tag @param {Record<string, string>} attributes */
function element(tag, attributes) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** @param {DOMStringMap} file @param {string} none */
function shown({ kind, inline, name = '' }, none) {
  if (!inline) return Object.assign(element('p', { class: 'lead' }), { textContent: none });
  switch (kind) {
    case 'picture':
      return element('img', { src: inline, alt: name });
    case 'video':
      return element('video', { src: inline, controls: '', playsinline: '' });
    case 'sound':
      return element('audio', { src: inline, controls: '' });
    default:
      return element('iframe', { src: inline, title: name });
  }
}

/** @param {HTMLElement} file with the data that a row has */
export function preview(file) {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById('preview'));
  const body = dialog?.querySelector('.preview-body');
  const heading = dialog?.querySelector('h2');
  const download = /** @type {HTMLAnchorElement | null | undefined} */ (dialog?.querySelector('[data-preview="download"]'));
  if (!dialog || !(body instanceof HTMLElement) || !heading || !download) return;
  heading.textContent = file.dataset.name ?? '';
  download.toggleAttribute('hidden', !file.dataset.download);
  download.href = file.dataset.download || '#';
  body.replaceChildren(shown(file.dataset, body.dataset.none ?? ''));
  dialog.showModal();
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element)) return;
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById('preview'));
  if (event.target.closest('[data-preview="close"]')) dialog?.close();
  const name = event.target.closest('a.file-name');
  const file = /** @type {HTMLElement | null | undefined} */ (name?.closest('.file'));
  if (file && file.dataset.kind !== 'folder' && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    preview(file);
  }
});

// what is not seen does not play on
document.getElementById('preview')?.addEventListener('close', () => {
  document.querySelector('#preview .preview-body')?.replaceChildren();
});
