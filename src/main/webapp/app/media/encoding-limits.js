/**
 * Brings the limits of a sender's encodings up to date, without a new negotiation. A browser refuses a change while another one is under way,
 * and while it is negotiating: then the change is made again, so that the last wish counts and none is lost.
 *
 * @typedef {(count?: number) => RTCRtpEncodingParameters[]} Encodings of the picture; the server may have agreed to fewer than were offered
 * @typedef {Pick<RTCRtpSender, 'getParameters' | 'setParameters'>} LimitedSender
 */

const ATTEMPTS = 10;

export class EncodingLimits {
  #wished = false;
  /** @type {Promise<void> | null} */
  #running = null;
  #sender;
  #encodings;

  /**
   * @param {() => LimitedSender | undefined} sender the present one
   * @param {Encodings} encodings
   */
  constructor(sender, encodings) {
    this.#sender = sender;
    this.#encodings = encodings;
  }

  /** Resolves when the sender has what is wished for now, or is gone. */
  apply() {
    this.#wished = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  async #run() {
    try {
      for (let refused = 0; this.#wished && refused < ATTEMPTS; ) {
        this.#wished = false;
        if (!(await this.#change())) {
          refused++;
          this.#wished = true;
        }
      }
    } finally {
      this.#running = null;
    }
  }

  /** Whether the browser took it, if there is anything to change at all. */
  async #change() {
    const sender = this.#sender();
    const parameters = sender?.getParameters();
    if (!sender || !parameters?.encodings?.length) return true;
    this.#encodings(parameters.encodings.length).forEach((encoding, i) => Object.assign(parameters.encodings[i] ?? {}, encoding));
    try {
      await sender.setParameters(parameters);
      return true;
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      return false;
    }
  }
}
