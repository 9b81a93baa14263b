import { set } from '../ui/dom.js';

/**
 * Shows the chat beside a film as it was written: each line when the film comes to it, the latest in view.
 *
 * @param {{ film: HTMLVideoElement, chat: HTMLElement, toggle: HTMLInputElement }} parts
 */
export function replay({ film, chat, toggle }) {
  const lines = /** @type {HTMLElement[]} */ ([...chat.children]);
  let shown = -1;
  const update = () => {
    const count = written(lines.map((line) => Number(line.dataset.at)), film.currentTime);
    if (count === shown) return;
    shown = count;
    lines.forEach((line, index) => set(line, 'hidden', index >= count));
    chat.scrollTop = chat.scrollHeight;
  };
  toggle.addEventListener('change', () => {
    set(chat, 'hidden', !toggle.checked);
    shown = -1;
    update();
  });
  film.addEventListener('timeupdate', update);
}

/**
 * How many of them were written by a time of the film.
 *
 * @param {number[]} times in seconds, in their order
 * @param {number} now in seconds
 */
export function written(times, now) {
  const later = times.findIndex((at) => at > now);
  return later < 0 ? times.length : later;
}
