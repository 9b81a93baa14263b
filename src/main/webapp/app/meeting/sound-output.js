import { h, keyed } from '../ui/dom.js';

/**
 * Sound: of speakers who are not on the stage, through the chosen device, and with the click that some browsers want first.
 *
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { MeetingState } from './meeting.js'
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

  /** Audio-only slots are always connected to an element; the server decides who is heard there. @param {MeetingState} state @param {ReadonlyMap<number, MediaStream>} streams */
  update(state, streams) {
    const audio = [...streams].filter(([slot]) => slot >= state.limits.slots);
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
