import { h, keyed } from '../ui/dom.js';

/**
 * Sound: of speakers and shared screens that are not on the stage, through the chosen device, and with the click that some browsers want first.
 *
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Media } from '../state/media.js'
 */
export class SoundOutput {
  element = h('div', { class: 'sounds', hidden: true });
  #local;
  #onBlocked;

  /** @param {LocalMedia} local @param {(blocked: boolean) => void} onBlocked */
  constructor(local, onBlocked) {
    this.#local = local;
    this.#onBlocked = onBlocked;
    local.onChange(() => this.#route());
  }

  /**
   * Audio-only slots are always connected to an element; the server decides who is heard there. So are those that show something and have no
   * tile.
   *
   * @param {Pick<Media, 'viewing' | 'limits'>} media
   * @param {ReadonlyMap<number, MediaStream>} streams
   * @param {ReadonlySet<number | undefined>} onStage slots with a tile
   */
  update({ viewing, limits }, streams, onStage) {
    const shows = (/** @type {number} */ slot) => viewing.some((view) => view.slot === slot);
    const audio = [...streams].filter(([slot]) => slot >= limits.slots || (!onStage.has(slot) && shows(slot)));
    keyed(
      this.element,
      audio,
      ([slot]) => String(slot),
      () => h('audio', { autoplay: true }),
      (element, [, stream]) => {
        const player = /** @type {HTMLAudioElement} */ (element);
        if (player.srcObject === stream) return;
        player.srcObject = stream;
        this.play(player);
      },
    );
  }

  /** @param {HTMLMediaElement} player */
  play(player) {
    this.#send(player);
    player.play().catch((/** @type {Error} */ error) => {
      if (error.name === 'NotAllowedError') this.#onBlocked(true);
    });
  }

  /** @param {Element} scope */
  playAll(scope) {
    this.#onBlocked(false);
    for (const player of scope.querySelectorAll('video, audio')) this.play(/** @type {HTMLMediaElement} */ (player));
  }

  #route() {
    const scope = this.element.parentElement;
    for (const player of scope?.querySelectorAll('video, audio') ?? []) this.#send(/** @type {HTMLMediaElement} */ (player));
  }

  /** @param {HTMLMediaElement} player */
  #send(player) {
    const { speakerId } = this.#local;
    if (player.muted || !('setSinkId' in player) || player.sinkId === speakerId) return;
    player.setSinkId(speakerId).catch(() => {
      // the device is gone: the browser falls back to the default one
    });
  }
}
