import { browserFamily } from './device-errors.js';
import { canConnect } from './reach.js';
import { shareTroubleBefore, shareTroubleOf } from './share-errors.js';

/**
 * This tab's shared screen, with its sound where the browser can: asks for one, and knows when it ended, wherever somebody ended it.
 *
 * @import { ShareTrouble } from './share-errors.js'
 * @typedef {'monitor' | 'window' | 'browser'} Surface
 * @typedef {{smooth: boolean, lowData: boolean}} ShareManner
 */

const CHANGE = 'change';

/** @returns {ShareTrouble | null} */
export function shareTroubleHere() {
  const policy = /** @type {{allowsFeature?(name: string): boolean} | undefined} */ (Reflect.get(document, 'featurePolicy'));
  return shareTroubleBefore({
    secure: window.isSecureContext,
    displayMedia: Boolean(navigator.mediaDevices?.getDisplayMedia) && canConnect(),
    allowed: policy?.allowsFeature?.('display-capture') ?? true,
    family: browserFamily(navigator.userAgent),
  });
}

/**
 * The constraints for getDisplayMedia: the whole screen first, with sound, never this tab, which would show itself without end. Pure.
 *
 * @param {ShareManner} manner
 * @returns {DisplayMediaStreamOptions}
 */
export function shareWish({ smooth, lowData }) {
  const wish = {
    video: { displaySurface: 'monitor', width: { max: 2560 }, height: { max: 1600 }, frameRate: { max: lowData ? 5 : smooth ? 30 : 15 } },
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false, suppressLocalAudioPlayback: false },
    systemAudio: 'include',
    selfBrowserSurface: 'exclude',
    surfaceSwitching: 'include',
    monitorTypeSurfaces: 'include',
  };
  return /** @type {DisplayMediaStreamOptions} */ (wish);
}

/**
 * Text has to stay sharp at the price of pictures per second; a film the other way round. In low-data mode it is slower, not blurred. Pure.
 *
 * @param {ShareManner} manner
 * @returns {RTCRtpEncodingParameters}
 */
export function shareEncoding({ smooth, lowData }) {
  return { maxBitrate: lowData ? 1_000_000 : 4_000_000, maxFramerate: lowData ? 5 : smooth ? 30 : 15 };
}

export class ScreenShare extends EventTarget {
  /** Whether the browser is asking what to share. */
  asking = false;
  /** Why the last attempt came to nothing; a change of mind is no trouble. @type {ShareTrouble | null} */
  trouble = null;
  /** @type {MediaStream | null} */
  #stream = null;

  get on() {
    return this.#stream !== null;
  }

  /** @returns {Surface | null} what is shared, where the browser tells */
  get surface() {
    const settings = this.#stream?.getVideoTracks()[0]?.getSettings();
    return /** @type {Surface | undefined} */ (settings?.displaySurface) ?? null;
  }

  get hasSound() {
    return (this.#stream?.getAudioTracks().length ?? 0) > 0;
  }

  /** For the senders. */
  tracks() {
    return { audio: this.#stream?.getAudioTracks()[0] ?? null, video: this.#stream?.getVideoTracks()[0] ?? null };
  }

  /** @param {() => void} listener @returns {() => void} ends it */
  onChange(listener) {
    this.addEventListener(CHANGE, listener);
    return () => this.removeEventListener(CHANGE, listener);
  }

  /** Asks; must be called from a click. Nothing changes for somebody who changes their mind. @param {ShareManner} manner */
  async start(manner) {
    if (this.on || this.asking) return;
    this.trouble = shareTroubleHere();
    this.asking = this.trouble === null;
    this.#changed();
    if (!this.asking) return;
    try {
      this.#take(await navigator.mediaDevices.getDisplayMedia(shareWish(manner)), manner);
    } catch (error) {
      const trouble = shareTroubleOf(/** @type {Error} */ (error));
      this.trouble = trouble === 'cancelled' ? null : trouble;
    } finally {
      this.asking = false;
      this.#changed();
    }
  }

  /** Sharp or flowing, while it is shared. @param {ShareManner} manner */
  adapt(manner) {
    const { video } = this.tracks();
    if (!video) return;
    video.contentHint = manner.smooth ? 'motion' : 'detail';
    video.applyConstraints({ frameRate: { max: shareEncoding(manner).maxFramerate } }).catch(() => {
      // the sender keeps to its own limit in any case
    });
  }

  stop() {
    const stream = this.#stream;
    if (!stream) return;
    this.#stream = null;
    for (const track of stream.getTracks()) {
      track.onended = null;
      track.stop();
    }
    this.#changed();
  }

  /** @param {MediaStream} stream @param {ShareManner} manner */
  #take(stream, manner) {
    this.#stream = stream;
    const [video] = stream.getVideoTracks();
    // the browser's own bar, a window that was closed, a screen that was unplugged
    video.onended = () => this.stop();
    for (const track of stream.getAudioTracks()) track.contentHint = 'music';
    this.adapt(manner);
  }

  #changed() {
    this.dispatchEvent(new Event(CHANGE));
  }
}
