import { h } from '../ui/dom.js';

/** Shows what a file would bring into a calendar before it is stored. The dialog is drawn anew for each calendar, so the page listens. */

/** @param {string | undefined} text @param {number} number */
const filled = (text, number) => (text ?? '').replace('{0}', String(number));

/** @param {HTMLInputElement} input @param {File} file @param {boolean} store */
async function send(input, file, store) {
  const place = /** @type {HTMLElement} */ (document.getElementById('calendar-import-preview'));
  const words = input.dataset;
  try {
    const answer = await fetch(`${words.address}${store ? '&store=1' : ''}`, { method: 'POST', headers: { 'Content-Type': 'text/calendar' }, body: await file.text() });
    const found = answer.ok ? await answer.json() : { count: 0, left: 0, shown: [] };
    if (found.count === 0) {
      place.replaceChildren(h('p', { class: 'refusal' }, words.none));
    } else if (found.stored) {
      place.replaceChildren(h('p', {}, filled(words.done, found.count)));
      /** @type {{PF?: (name: string) => {update(): void}}} */ (globalThis).PF?.('schedule')?.update();
    } else {
      const lines = found.shown.map((/** @type {{title: string, when: string}} */ one) => h('li', {}, h('strong', {}, one.title), ' ', one.when));
      place.replaceChildren(
        h('p', {}, filled(words.count, found.count)),
        found.left > 0 ? h('p', { class: 'hint' }, filled(words.left, found.left)) : '',
        h('ul', { class: 'import-list' }, ...lines),
        h('button', { type: 'button', class: 'button primary', onclick: () => void send(input, file, true) }, words.store),
      );
    }
  } catch {
    place.replaceChildren(h('p', { class: 'refusal' }, words.none));
  }
}

document.addEventListener('change', (event) => {
  const input = event.target;
  if (input instanceof HTMLInputElement && input.id === 'calendar-import' && input.files?.[0]) void send(input, input.files[0], false);
});
