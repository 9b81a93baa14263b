import { set } from '../ui/dom.js';
import { clockOf, doorWords, fitting } from './door-words.js';

/**
 * The display at a door. Its secret is in the fragment of the address and is sent in a header; it stays there, so that the tablet shows the
 * room again after it was switched off.
 */
const REFRESH = 20_000;

const door = /** @type {HTMLElement} */ (document.getElementById('door'));
const actions = /** @type {HTMLElement} */ (document.getElementById('door-actions'));
const meeting = /** @type {HTMLAnchorElement} */ (document.getElementById('door-meeting'));
const token = window.location.hash.slice(1);

/** @param {string} id @param {string | undefined} text */
function say(id, text) {
  const place = document.getElementById(id);
  if (place && place.textContent !== text) place.textContent = text ?? '';
}

/** @param {import('./door-words.js').State} state */
function show(state) {
  const at = new Date();
  const words = doorWords(state, door.dataset, clockOf(document.documentElement.lang, state.zone), at);
  say('door-room', state.room);
  say('door-state', words.state);
  say('door-now', words.now);
  say('door-next', words.next);
  door.classList.toggle('taken', state.now !== null);
  const buttons = /** @type {HTMLElement[]} */ ([...actions.querySelectorAll('[data-minutes]')]);
  const fit = fitting(state, buttons.map((button) => Number(button.dataset.minutes)), at);
  for (const button of buttons) set(button, 'hidden', !fit.includes(Number(button.dataset.minutes)));
  set(actions, 'hidden', fit.length === 0);
  set(meeting, 'hidden', state.meeting === null);
  if (state.meeting) meeting.href = state.meeting;
}

/** @param {string} [body] */
async function ask(body) {
  try {
    const headers = { 'X-Room-Display': token, ...(body ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}) };
    const answer = await fetch('room-display/state', { method: body ? 'POST' : 'GET', headers, body });
    if (answer.ok) show(await answer.json());
    else if (answer.status === 409) say('door-state', door.dataset.late);
    else say('door-state', door.dataset.gone);
  } catch {
    say('door-state', door.dataset.away);
  }
}

actions.addEventListener('click', (event) => {
  const minutes = /** @type {HTMLElement} */ (event.target).closest('[data-minutes]')?.getAttribute('data-minutes');
  if (minutes) void ask(`minutes=${minutes}`);
});
setInterval(() => void ask(), REFRESH);
void ask();
