/** The dialog of shares: copies a link. */
import { copy } from '../ui/clipboard.js';

document.addEventListener('click', async (event) => {
  const button = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest('[data-copy-link]')) : null;
  const link = /** @type {HTMLInputElement | null} */ (button?.previousElementSibling ?? null);
  const told = document.querySelector('[data-copy-told]');
  if (!button || !link || !told) return;
  const done = await copy(link.value);
  const text = (done ? button.dataset.copied : button.dataset.notCopied) ?? '';
  told.textContent = text;
  if (done) button.textContent = text;
  else link.select();
});
