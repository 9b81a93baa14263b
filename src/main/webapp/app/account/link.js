import { set } from '../ui/dom.js';

/**
 * The page behind links by mail. The token is in the fragment, which the browser tells nobody; it is taken out of the address, so that neither
 * history nor a screenshot keeps it, and sent as a form.
 */
const token = window.location.hash.slice(1);
const input = /** @type {HTMLInputElement | null} */ (document.getElementById('open:token'));
const submit = document.getElementById('open:submit');

/** @param {string} which */
function show(which) {
  for (const line of document.querySelectorAll('[data-link]')) set(line, 'hidden', line.getAttribute('data-link') !== which);
}

if (input && submit) {
  if (/^[\w-]{20,64}$/.test(token)) {
    window.history.replaceState(null, '', window.location.pathname);
    input.value = token;
    submit.click();
  } else {
    set(submit, 'hidden', true);
    show('none');
  }
}
