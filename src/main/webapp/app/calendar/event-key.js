import { fits, fragmentOf, keyIn } from '../cipher/keys.js';
import { encryption } from '../session/encryption.js';
import { keepKey, keptKey } from '../session/key-shelf.js';
import { copy } from '../ui/clipboard.js';

/**
 * End-to-end encryption of an event's meeting, in the event's dialog: the key is drawn in this browser, and the link with it is there for the
 * organiser to copy. It goes into no field that is sent; this tab alone keeps it.
 */

/** @param {ParentNode} dialog that was drawn anew */
export function eventKey(dialog) {
  const part = /** @type {HTMLElement | null} */ (dialog.querySelector('#event-key:not([data-bound])'));
  if (!part) return;
  part.dataset.bound = 'true';
  const { letters = '', check = '' } = part.dataset;
  if (check === '') {
    encryption((fragment) => {
      keepKey(letters, fragment);
      show(part, fragment);
    });
    return;
  }
  const key = keyIn(keptKey(letters));
  if (key) void fits(key, { check, salt: '' }).then((same) => same && show(part, `#${fragmentOf(key)}`));
}

/** @param {HTMLElement} part @param {string} fragment empty: no key */
function show(part, fragment) {
  const { address = '' } = part.dataset;
  const field = part.querySelector('input');
  part.toggleAttribute('hidden', fragment === '');
  if (field) field.value = fragment === '' ? '' : address + fragment;
  const join = document.getElementById('event-join');
  if (join instanceof HTMLAnchorElement) join.href = address + fragment;
}

document.addEventListener('click', ({ target }) => {
  const field = target instanceof Element ? target.closest('#event-key button')?.parentElement?.querySelector('input') : null;
  if (field) void copy(field.value);
});
