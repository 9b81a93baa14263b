/** The page of a film: how fast it plays, and where its chapters begin. */
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
