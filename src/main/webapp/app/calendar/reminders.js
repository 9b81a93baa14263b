import { h } from '../ui/dom.js';
import { fresh, keyOf, minutesLeft } from './reminder-list.js';

/** Reminders on the pages of whoever is signed in: asked for once a minute by the tab that is looked at, shown until they are put away. */
const REFRESH = 60_000;

const holder = /** @type {HTMLElement} */ (document.getElementById('reminders'));
const address = /** @type {string} */ (holder.dataset.address);
/** @type {Set<string>} */
const shown = new Set();

/** @param {import('./reminder-list.js').Reminder} reminder */
function show(reminder) {
  shown.add(keyOf(reminder));
  const minutes = minutesLeft(reminder, Date.now());
  const when = minutes > 0 ? (holder.dataset.soon ?? '').replace('{0}', String(minutes)) : (holder.dataset.now ?? '');
  const card = h(
    'section',
    { class: 'reminder card' },
    h('p', {}, h('strong', {}, reminder.title), h('span', {}, minutes <= 60 ? when : reminder.words)),
    h('div', { class: 'actions' }, reminder.meeting && h('a', { class: 'button primary', href: reminder.meeting }, holder.dataset.join), h('button', { type: 'button', class: 'button secondary', onclick: () => void away(reminder, card) }, holder.dataset.away)),
  );
  holder.append(card);
}

/** @param {import('./reminder-list.js').Reminder} reminder @param {HTMLElement} card */
async function away(reminder, card) {
  card.remove();
  const body = new URLSearchParams({ event: reminder.event, start: reminder.start });
  await fetch(address, { method: 'POST', body }).catch(() => shown.delete(keyOf(reminder)));
}

async function ask() {
  if (document.hidden) return;
  try {
    const answer = await fetch(address, { headers: { Accept: 'application/json' }, redirect: 'error' });
    if (answer.ok) for (const one of fresh(await answer.json(), shown)) show(one);
  } catch {
    // the next minute asks again
  }
}

setInterval(() => void ask(), REFRESH);
document.addEventListener('visibilitychange', () => void ask());
void ask();
