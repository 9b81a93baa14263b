import { h, set } from '../ui/dom.js';
import { counted, marks, when } from './date-poll-words.js';

/** The page of a poll of dates. The link's secret is in the fragment and is sent in a header; the voter's own is kept in this browser. */
const VOTER = 'plenum-date-poll-voter';

const place = /** @type {HTMLElement} */ (document.getElementById('date-poll'));
const said = /** @type {HTMLElement} */ (document.getElementById('date-poll-said'));
const form = /** @type {HTMLFormElement} */ (document.getElementById('date-poll-form'));
const options = /** @type {HTMLElement} */ (document.getElementById('date-poll-options'));
const token = window.location.hash.slice(1);
/** @type {import('./date-poll-words.js').Poll | null} */
let poll = null;

function voter() {
  const known = localStorage.getItem(VOTER) ?? crypto.randomUUID();
  localStorage.setItem(VOTER, known);
  return known;
}

/** @param {string} name @param {string} value @param {string | undefined} words @param {boolean} checked */
const choice = (name, value, words, checked) => h('label', { class: 'date-poll-choice' }, h('input', { type: 'radio', name, value, required: true, checked }), ' ', words);

/** @param {import('./date-poll-words.js').Poll} state */
function show(state) {
  const chosen = new FormData(form);
  poll = state;
  const title = /** @type {HTMLElement} */ (document.getElementById('date-poll-title'));
  title.textContent = state.title;
  const words = place.dataset;
  options.replaceChildren(
    ...state.options.map((option, i) => {
      const name = `a${i}`;
      const before = chosen.get(name);
      return h('fieldset', {}, h('legend', {}, when(option, document.documentElement.lang)), choice(name, 'YES', words.yes, before === 'YES'), choice(name, 'MAYBE', words.maybe, before === 'MAYBE'), choice(name, 'NO', words.no, before === 'NO'), h('span', { class: 'hint' }, counted(words.count, option)));
    }),
  );
  set(form, 'hidden', state.closed);
  said.textContent = state.closed ? (words.closed ?? '') : state.organiser;
}

/** @param {URLSearchParams} [body] */
async function ask(body) {
  const answer = await fetch('date-poll/state', { method: body ? 'POST' : 'GET', headers: { 'X-Date-Poll': token }, body });
  if (answer.ok) {
    show(await answer.json());
    if (body) said.textContent = place.dataset.saved ?? '';
  } else if (answer.status === 404) {
    said.textContent = place.dataset.gone ?? '';
  } else {
    said.textContent = place.dataset.bad ?? '';
  }
}

/** Marks the times by a calendar of the reader's, which they can still change. */
async function readCalendar() {
  const address = /** @type {HTMLInputElement} */ (document.getElementById('date-poll-address')).value;
  const told = /** @type {HTMLElement} */ (document.getElementById('date-poll-address-said'));
  const answer = await fetch('date-poll/free', { method: 'POST', headers: { 'X-Date-Poll': token }, body: new URLSearchParams({ address }) });
  /** @type {string[]} */
  const answers = answer.ok ? await answer.json() : [];
  answers.forEach((value, i) => {
    const radio = form.querySelector(`input[name="a${i}"][value="${value}"]`);
    if (radio instanceof HTMLInputElement) radio.checked = true;
  });
  told.textContent = (answers.length > 0 ? place.dataset.read : place.dataset.unread) ?? '';
}

document.getElementById('date-poll-read')?.addEventListener('click', () => void readCalendar());
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const chosen = new FormData(form);
  const body = marks(poll?.options.length ?? 0, (name) => /** @type {string | null} */ (chosen.get(name)), voter());
  if (body) void ask(body);
});
void ask();
