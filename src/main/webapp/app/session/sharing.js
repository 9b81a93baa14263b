import { Publisher } from '../media/publisher.js';
import { ScreenShare, shareEncoding, shareTroubleHere } from '../media/screen.js';
import { self } from '../state/people.js';

/**
 * The shared screen of this tab in its meeting: what is captured is published, and what ends, here or in the browser's own bar, is
 * published no more.
 *
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @import { Reach } from '../media/reach.js'
 * @import { ShareTrouble } from '../media/share-errors.js'
 * @import { ClientMessage } from '../protocol/messages.js'
 * @import { Preferences } from '../platform/preferences.js'
 * @import { Veil } from './veil.js'
 */
export class Sharing {
  screen = new ScreenShare();
  publisher;
  #store;
  #preferences;
  #send;

  /**
   * @param {StoreOf<Shared, SharedAction>} store
   * @param {Preferences} preferences
   * @param {(message: ClientMessage) => boolean} send
   * @param {Reach} reach
   * @param {Veil | null} veil of an encrypted meeting
   */
  constructor(store, preferences, send, reach, veil) {
    this.#store = store;
    this.#preferences = preferences;
    this.#send = send;
    this.publisher = new Publisher({
      source: 'screen',
      send,
      tracks: () => this.screen.tracks(),
      encodings: () => [shareEncoding(this.#manner())],
      reach,
      cipher: veil?.cipher ?? null,
    });
    this.screen.onChange(() => this.#follow());
    store.subscribe(() => this.#obey(), ['rules']);
    preferences.onChange(() => this.#adapt());
  }

  /** Why this browser cannot share, or its reader may not. @returns {ShareTrouble | null} */
  get trouble() {
    return shareTroubleHere() ?? this.#rule.barrier;
  }

  /** Whether nobody hears the sound of the screen. */
  get silent() {
    return this.#rule.silent;
  }

  /** @param {() => void} listener @returns {() => void} ends it */
  onChange(listener) {
    const ends = [this.screen.onChange(listener), this.#store.subscribe(listener, ['rules'])];
    return () => ends.forEach((end) => end());
  }

  /** From a click: asks what to share, or stops. */
  async toggle() {
    if (this.screen.on) {
      this.screen.stop();
      return;
    }
    await this.screen.start(this.#manner());
    if (this.screen.trouble) this.#store.dispatch({ type: 'dialog', dialog: 'share-trouble' });
  }

  /**
   * Media is there, or there anew.
   *
   * @param {boolean} anew whether the server knows nothing of an earlier connection
   */
  enter(anew) {
    const { state } = this.#store;
    const { epoch, iceServers } = state.media;
    const announced = self(state)?.publishing.includes('screen') ?? false;
    this.publisher.enter(epoch, iceServers, anew || !announced);
    // a reload lost what was captured, and the others still wait for its picture
    if (announced && !this.screen.on) this.#send({ type: 'unpublish', source: 'screen' });
  }

  /** The server takes no screen from this tab. */
  refused() {
    this.screen.stop();
  }

  close() {
    this.screen.stop();
    this.publisher.close();
  }

  #manner() {
    const { smoothShare, lowData } = this.#preferences.now;
    return { smooth: smoothShare, lowData };
  }

  get #rule() {
    return this.#store.state.rules.share;
  }

  #follow() {
    if (this.screen.asking || this.#store.state.stay.phase !== 'meeting') return;
    // the rules may have changed while the browser was asking what to share
    if (this.screen.on && this.#rule.barrier) return this.#obey();
    if (this.screen.on) void this.publisher.refresh();
    else this.publisher.stop();
  }

  /** Ends screens that the rules no longer allow, and says why. */
  #obey() {
    const { barrier } = this.#rule;
    if (!barrier || !this.screen.on) return;
    this.screen.stop();
    this.#store.dispatch({ type: 'notice', kind: 'warning', text: `stage.share.ended.${barrier}` });
  }

  #adapt() {
    this.screen.adapt(this.#manner());
    void this.publisher.limit();
  }
}
