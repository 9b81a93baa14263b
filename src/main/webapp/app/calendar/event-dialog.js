import { generate } from '../session/passwords.js';

/** The dialog of an event is drawn anew for each event, so the page listens. */

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-password]') : null;
  const field = button instanceof HTMLElement ? document.getElementById(button.dataset.password ?? '') : null;
  if (!(field instanceof HTMLInputElement)) return;
  field.value = generate();
  field.focus();
});
// what is wrong is seen, also where it was folded away meanwhile
new MutationObserver(() => {
  document.querySelector('details:not([open]):has(.ui-message-error)')?.setAttribute('open', '');
}).observe(document.body, { childList: true, subtree: true });
