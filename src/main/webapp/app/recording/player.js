/** The page of a film: how fast it plays, where its chapters begin, and what was written meanwhile. */
import { replay } from './replay.js';

const film = document.querySelector('video');
const speed = /** @type {HTMLSelectElement | null} */ (document.getElementById('speed'));

speed?.addEventListener('change', () => {
  if (film) film.playbackRate = Number(speed.value);
});

document.addEventListener('click', ({ target }) => {
  const chapter = target instanceof Element ? target.closest('[data-seconds]') : null;
  if (!film || !(chapter instanceof HTMLElement)) return;
  film.currentTime = Number(chapter.dataset.seconds);
  void film.play();
});

const chat = document.getElementById('chat');
if (film && chat) replay({ film, chat, toggle: /** @type {HTMLInputElement} */ (document.getElementById('replay')) });
