import { browserStorage } from '../platform/preferences.js';
import { h, set } from '../ui/dom.js';
import { isToken, rights } from './rights.js';

/**
 * The page where a consent is taken back. The secret is in the fragment, which the browser tells nobody, or in what this browser remembers; it is taken out of the address and sent as a form.
 */
const input = /** @type {HTMLInputElement | null} */ (document.getElementById('consent:token'));
const look = document.getElementById('consent:look');

/** @param {string} token */
function ask(token) {
  if (!input || !look) return;
  input.value = token;
  look.click();
}

if (input && look) {
  const token = window.location.hash.slice(1);
  set(look, 'hidden', true);
  if (isToken(token)) {
    window.history.replaceState(null, '', window.location.pathname);
    ask(token);
  } else {
    const known = rights(browserStorage());
    const date = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
    document
      .querySelector('[data-consent="list"]')
      ?.replaceChildren(
        ...known.map(({ token: secret, meeting, at }) =>
          h('li', { class: 'row' }, h('button', { type: 'button', class: 'button quiet', onclick: () => ask(secret) }, h('span', { dir: 'auto' }, meeting), ' ', date.format(at))),
        ),
      );
    const none = document.querySelector('[data-consent="none"]');
    if (none) set(none, 'hidden', known.length > 0);
  }
}
