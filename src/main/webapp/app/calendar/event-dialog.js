import { generate } from '../session/passwords.js';
import { eventKey } from './event-key.js';
import { returnFocus } from './focus.js';
import { minuteAt, typed } from './times.js';

/** The dialog of an event is drawn anew for each event, so the page listens. */

document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('[data-password]') : null;
  const field = button instanceof HTMLElement ? document.getElementById(button.dataset.password ?? '') : null;
  if (!(field instanceof HTMLInputElement)) return;
  field.value = generate();
  field.focus();
});
returnFocus(document);
/** A click into somebody's day takes that time; the end goes with the start. */
document.addEventListener('click', ({ target, clientX }) => {
  const bar = target instanceof Element ? target.closest('.times-bar') : null;
  const start = document.getElementById('event:start');
  if (!(bar instanceof SVGElement) || !(start instanceof HTMLInputElement) || start.type !== 'datetime-local') return;
  const { left, width } = bar.getBoundingClientRect();
  const { day = '', first = '0', width: minutes = '0' } = bar.dataset;
  start.value = typed(day, minuteAt((clientX - left) / width, Number(first), Number(minutes)));
  start.dispatchEvent(new Event('change', { bubbles: true }));
});
// what is wrong is seen, also where it was folded away meanwhile
new MutationObserver(() => {
  document.querySelector('details:not([open]):has(.ui-message-error)')?.setAttribute('open', '');
  eventKey(document);
}).observe(document.body, { childList: true, subtree: true });
