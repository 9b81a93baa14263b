import { canSeal } from '../cipher/frame-cipher.js';
import { SHORTEST_PHRASE, checkOf, drawKey, drawSalt, fragmentOf, keyOfPhrase } from '../cipher/keys.js';
import { handOverKey } from './key-shelf.js';

/**
 * The pages that make a meeting and set it up, and the dialog of an event: the switch for end-to-end encryption. The key is drawn, or derived from a phrase,
 * in this browser; the form takes its check value alone, and the key stays in this tab.
 */

const PAUSE = 300;

/** @param {string} id @returns {HTMLInputElement | null} */
function input(id) {
  return /** @type {HTMLInputElement | null} */ (document.getElementById(id));
}

/**
 * Without this, or in a browser that cannot encrypt, there is no switch.
 * @param {(fragment: string) => void} hand takes the key as the fragment of a link; empty: no key. Else the meeting's own page gets it.
 */
export function encryption(hand = handOverKey) {
  const part = document.getElementById('encryption');
  const toggle = input('encryption-on');
  const phrase = input('encryption-phrase');
  if (!part || !toggle || !phrase) return;
  const form = part.dataset.form ?? 'create';
  const submit = input(part.dataset.submit || `${form}:submit`);
  part.removeAttribute('hidden');
  const can = canSeal();
  toggle.disabled = !can;
  part.dataset.supported = String(can);
  const salt = drawSalt();
  const drawn = drawKey();
  let pending = Promise.resolve();
  let timer = 0;
  let due = false;

  const choose = async () => {
    due = false;
    const typed = phrase.value.trim();
    const fit = typed === '' || [...typed].length >= SHORTEST_PHRASE;
    part.dataset.on = String(toggle.checked);
    part.dataset.short = String(toggle.checked && !fit);
    if (!toggle.checked || !fit) return fill(form, ['', ''], '', hand);
    const key = typed === '' ? drawn : await keyOfPhrase(typed, salt);
    return fill(form, [await checkOf(key), salt], `#${fragmentOf(key)}`, hand);
  };
  const later = (/** @type {number} */ millis) => {
    due = true;
    clearTimeout(timer);
    timer = window.setTimeout(() => (pending = choose()), millis);
  };
  toggle.addEventListener('change', () => later(0));
  phrase.addEventListener('input', () => later(PAUSE));
  // what is typed last counts, however fast one is
  submit?.addEventListener(
    'click',
    (event) => {
      if (toggle.checked && part.dataset.short === 'true') {
        event.preventDefault();
        event.stopImmediatePropagation();
        phrase.focus();
      } else if (due) {
        event.preventDefault();
        event.stopImmediatePropagation();
        clearTimeout(timer);
        pending = choose();
        void pending.then(() => submit.click());
      }
    },
    { capture: true },
  );
}

/** @param {string} form @param {readonly [string, string]} checked check value and salt @param {string} fragment @param {(fragment: string) => void} hand */
function fill(form, [check, salt], fragment, hand) {
  const [checkField, saltField] = [input(`${form}:key-check`), input(`${form}:key-salt`)];
  if (checkField) checkField.value = check;
  if (saltField) saltField.value = salt;
  hand(fragment);
}
