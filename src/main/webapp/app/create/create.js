import { generate, handOver } from '../session/passwords.js';
import { encryption } from '../session/encryption.js';

/** The page that makes a meeting: draws passwords, and hands the chosen one over to the meeting's page for its invitation. */

/** Faces replaces the form's content when something is refused, so nothing is kept of it. */
function field() {
  return /** @type {HTMLInputElement | null} */ (document.getElementById('create:password'));
}

document.addEventListener('click', ({ target }) => {
  const input = field();
  if (!input || !(target instanceof Element) || !target.closest('[data-password="make"]')) return;
  input.value = generate();
  input.focus();
});
encryption();

document.addEventListener('input', ({ target }) => {
  if (target === field()) handOver(field()?.value.trim() ?? '');
});
// what is wrong is seen, also where its options were folded away meanwhile
new MutationObserver(() => {
  document.querySelector('details:not([open]):has(.ui-message-error)')?.setAttribute('open', '');
}).observe(document.body, { childList: true, subtree: true });
window.addEventListener('pagehide', () => handOver(field()?.value.trim() ?? ''));
