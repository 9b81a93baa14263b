import { LevelMeter } from '../media/level-meter.js';
import { SpeechDetector } from '../media/speech.js';

/**
 * Tells the server when this tab's own voice begins and ends.
 *
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { ClientMessage } from '../protocol/messages.js'
 * @import { Speech } from '../media/speech.js'
 */
export class SpeechWatch {
  #detector = new SpeechDetector();
  #meter;
  #local;
  #send;

  /** @param {LocalMedia} local @param {(message: ClientMessage) => void} send */
  constructor(local, send) {
    this.#local = local;
    this.#send = send;
    this.#meter = new LevelMeter((level) => this.#tell(this.#detector.hear(level, performance.now())));
    local.onChange(() => this.#follow());
  }

  rest() {
    this.#meter.close();
    this.#detector.silence();
  }

  #follow() {
    const { microphone } = this.#local.lines;
    this.#meter.listen(microphone.wanted ? microphone.track : null);
    if (!this.#local.microphoneOn) this.#tell(this.#detector.silence());
  }

  /** @param {Speech | null} change */
  #tell(change) {
    if (change) this.#send({ type: 'speech', ...change });
  }
}
