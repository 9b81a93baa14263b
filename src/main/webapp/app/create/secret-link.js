import { fits, fragmentOf, keyIn } from '../cipher/keys.js';
import { handedKey } from '../session/key-shelf.js';
import { copy } from '../ui/clipboard.js';
import { encryption } from '../session/encryption.js';

/** The settings of a meeting: the switch for end-to-end encryption, and the link with the key where this tab has just made it. */

encryption();
void showLink();

async function showLink() {
  const part = document.getElementById('secret-link');
  const field = /** @type {HTMLInputElement | null} */ (document.getElementById('secret-link-text'));
  const key = keyIn(handedKey());
  if (!part || !field || !key || !(await fits(key, { check: part.dataset.check ?? '', salt: '' }))) return;
  field.value = `${window.location.origin}/m/${part.dataset.letters}#${fragmentOf(key)}`;
  part.removeAttribute('hidden');
  document.getElementById('secret-link-copy')?.addEventListener('click', () => void copy(field.value));
}
