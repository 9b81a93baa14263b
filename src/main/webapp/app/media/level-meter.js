import { loudness } from './speech.js';

const EVERY = 50;

/** Measures how loud a track is, twenty times a second. */
export class LevelMeter {
  /** @type {AudioContext | null} */
  #context = null;
  /** @type {MediaStreamAudioSourceNode | null} */
  #source = null;
  /** @type {MediaStreamTrack | null} */
  #track = null;
  /** @type {number | undefined} */
  #timer;
  #onLevel;

  /** @param {(level: number) => void} onLevel 0 to 100 */
  constructor(onLevel) {
    this.#onLevel = onLevel;
  }

  /** @param {MediaStreamTrack | null} track */
  listen(track) {
    if (track === this.#track) return;
    this.#track = track;
    clearInterval(this.#timer);
    this.#source?.disconnect();
    this.#source = null;
    this.#onLevel(0);
    if (!track) return;
    const context = (this.#context ??= new AudioContext());
    const analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    this.#source = context.createMediaStreamSource(new MediaStream([track]));
    this.#source.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    this.#timer = window.setInterval(() => {
      // without a click on the page yet, a context sleeps
      if (context.state === 'suspended') void context.resume();
      analyser.getFloatTimeDomainData(samples);
      this.#onLevel(track.enabled ? loudness(samples) : 0);
    }, EVERY);
  }

  close() {
    this.listen(null);
    void this.#context?.close();
    this.#context = null;
  }
}
