import { socketTo } from '../platform/pages.js';
import { PersonSocket } from './person-socket.js';
import { ReminderCards } from './reminder-cards.js';
import { NO_REMINDERS, putAway, shown, told, unsaid } from './reminders.js';
import { TodayList } from './today-list.js';
import { ahead, dayOf, isOver } from './today.js';

/**
 * What every page of whoever is signed in is told: reminders, and on the start page the events of today. While the socket does not come through,
 * the page that is looked at asks for reminders once a minute.
 *
 * @import { PersonSocketState } from './person-socket.js'
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { Reminder } from '../protocol/person.js'
 * @import { Today } from './today.js'
 */

const TICK = 5000;
const ASK_EVERY = 60_000;
/** A page that nobody looks at gives its place at the server to others. */
const HIDDEN_FOR = 300_000;

const holder = /** @type {HTMLElement} */ (document.getElementById('reminders'));
const todayList = document.getElementById('today-list');
const address = holder.dataset.address ?? '';
const cards = new ReminderCards(holder, away);
const today = todayList && new TodayList(todayList);
const socket = new PersonSocket({
  open: () => new WebSocket(socketTo('/ws/me')),
  onMessage: took,
  onState,
  clock: { after: (ms, run) => window.setTimeout(run, ms), cancel: (timer) => window.clearTimeout(timer), now: () => performance.now(), chance: () => Math.random() },
});

let reminders = NO_REMINDERS;
/** @type {Today | null} */
let day = null;
/** @type {PersonSocketState} */
let state = 'away';
let askedAt = -Infinity;
let hiding = 0;

// a page in a frame has one around it that shows the same
if (window === window.top) begin();

function begin() {
  socket.open();
  window.addEventListener('pagehide', () => socket.close());
  window.addEventListener('pageshow', () => socket.open());
  window.addEventListener('online', () => {
    if (!document.hidden) socket.look();
  });
  document.addEventListener('visibilitychange', () => {
    window.clearTimeout(hiding);
    if (document.hidden) {
      hiding = window.setTimeout(() => socket.close(), HIDDEN_FOR);
      return;
    }
    socket.look();
    tick();
  });
  for (const part of [holder, todayList]) part?.addEventListener('focusout', () => window.setTimeout(show));
  setInterval(tick, TICK);
}

/** @param {PersonSocketState} next */
function onState(next) {
  state = next;
  if (next === 'over') {
    reminders = NO_REMINDERS;
    show();
  } else if (next === 'away') void ask();
}

/** @param {ServerMessage} message */
function took(message) {
  if (message.type === 'reminders' || message.type === 'seen') {
    reminders = told(reminders, message);
    if (message.type === 'reminders') unsaid(reminders).forEach(say);
  } else if (message.type === 'today') day = dayOf(message, Date.now(), Math.random());
  else return;
  show();
}

function tick() {
  if (document.hidden) return;
  if (day && isOver(day, Date.now())) {
    day = { ...day, renewAt: null };
    socket.again();
  }
  void ask();
  show();
}

/** In a page that nobody looks at, nothing appears that could be missed. */
function show() {
  if (document.hidden) return;
  const now = Date.now();
  cards.show(shown(reminders), now);
  if (day) today?.show(ahead(day, now));
}

/** @param {Reminder} reminder */
function away(reminder) {
  reminders = putAway(reminders, reminder);
  show();
  say(reminder);
}

/** What does not come through is said again, with the next list. @param {Reminder} reminder */
function say({ event, start }) {
  if (socket.send({ type: 'seen', event, start })) return;
  void fetch(address, { method: 'POST', body: new URLSearchParams({ event, start }), redirect: 'error' }).then(
    (answer) => answer.ok && took({ type: 'seen', event, start }),
    () => {},
  );
}

async function ask() {
  const now = performance.now();
  if (state !== 'away' || document.hidden || now - askedAt < ASK_EVERY) return;
  askedAt = now;
  try {
    const answer = await fetch(address, { headers: { Accept: 'application/json' }, redirect: 'error' });
    if (!answer.ok) return;
    const list = /** @type {Reminder[]} */ (await answer.json());
    // the socket may be open by now, and know better
    if (state === 'away') took({ type: 'reminders', list });
  } catch {
    // the next minute asks again
  }
}
