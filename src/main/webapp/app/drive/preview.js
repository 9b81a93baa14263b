/**
 * Shows a file in a dialog: pictures, video and sound by the browser's own elements, the pages of a PDF as pictures that the server made, text in a
 * frame that the server's policy keeps from running anything. What cannot be shown can be downloaded.
 */

/** @param {string} tag @param {Record<string, string>} attributes */
function element(tag, attributes) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** @param {string} text @param {...(string | number)} values in place of %1 and %2 */
const filled = (text = '', ...values) => values.reduce((/** @type {string} */ told, value, at) => told.replace(`%${at + 1}`, String(value)), text);

/** @param {string} text @param {string} [style] */
const paragraph = (text, style = 'lead') => Object.assign(element('p', { class: style }), { textContent: text });

/**
 * The first pages of a document; who reads on scrolls, by keys as well.
 *
 * @param {DOMStringMap} file @param {DOMStringMap} texts
 */
export function pagesOf({ inline = '', name = '', pages = '0', allPages = '0' }, texts) {
  const list = element('div', { class: 'preview-pages', tabindex: '0', role: 'group', 'aria-label': name });
  for (let number = 1; number <= Number(pages); number++) {
    const src = inline.replace(/page=\d+$/, `page=${number}`);
    list.append(element('img', { src, alt: filled(texts.page, number, allPages), loading: number > 2 ? 'lazy' : 'eager' }));
  }
  if (Number(allPages) > Number(pages)) list.append(paragraph(filled(texts.more, pages, allPages), 'hint'));
  return list;
}

/** @param {DOMStringMap} file @param {DOMStringMap} texts */
function shown(file, texts) {
  const { kind, inline, name = '' } = file;
  if (!inline) return paragraph((file.download ? texts.none : texts.hidden) ?? '');
  switch (kind) {
    case 'pdf':
      return pagesOf(file, texts);
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
  body.replaceChildren(shown(file.dataset, body.dataset));
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
