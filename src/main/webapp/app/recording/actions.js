import { pathTo } from '../platform/pages.js';
import { onSignedIn, signInBeside } from '../platform/signing-in.js';

/**
 * Begins a recording: asks the server whether whoever is signed in in this browser may record, and lets them sign in beside the meeting if nobody is.
 *
 * @import { RecordingLayout } from '../protocol/recording.js'
 * @import { Send } from '../session/session.js'
 * @import { Place, RecordingStore } from './slice.js'
 * @typedef {{signedIn: boolean, on: boolean, ticket?: string, why?: string, places?: readonly Place[]}} Answer
 */

const LOOK = 1500;

export class RecordingActions {
  #parts;
  /** @type {Window | null} */
  #window = null;
  /** @type {(() => void) | null} ends waiting for somebody to be signed in, wherever the window has gone */
  #awaited = null;
  /** of questions to the server; the answer to the last one counts */
  #turn = 0;
  /** @type {Place | null} where the film is to go; null: where recordings of the reader's go */
  #place = null;

  /** @param {{store: RecordingStore, send: Send}} parts */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Finds out where a film could go, if somebody is signed in. */
  async look() {
    const answer = await ticket(null);
    this.#placesAre(answer?.places ?? []);
  }

  /** @param {Place | null} place */
  choose(place) {
    this.#place = place;
  }

  /** @param {readonly Place[]} places */
  #placesAre(places) {
    this.#parts.store.dispatch({ type: 'recording-places', places });
  }

  /** @param {RecordingLayout} layout */
  async start(layout) {
    this.#become('asking');
    await this.#ask(layout, 'sign-in');
  }

  /** In a window of its own, so that the meeting goes on. @param {RecordingLayout} layout */
  signIn(layout) {
    this.#window = signInBeside();
    this.#become('signing-in');
    this.#awaited?.();
    this.#awaited = onSignedIn(() => void this.#ask(layout, 'sign-in'));
    this.#lookAgain(layout);
  }

  stop() {
    this.#parts.send({ type: 'stop-recording' });
  }

  /** @param {RecordingLayout} layout */
  layOut(layout) {
    this.#parts.send({ type: 'choose-recording-layout', layout });
  }

  /** @param {boolean} given */
  consent(given) {
    this.#parts.send({ type: 'consent-to-recording', given });
  }

  /** @param {RecordingLayout} layout */
  #lookAgain(layout) {
    window.setTimeout(() => {
      if (this.#parts.store.state.recording.start !== 'signing-in') return;
      const closed = this.#window?.closed ?? true;
      void this.#ask(layout, closed ? 'sign-in' : 'signing-in').then(() => this.#lookAgain(layout));
    }, LOOK);
  }

  /** @param {RecordingLayout} layout @param {'sign-in' | 'signing-in'} unknown what is next when nobody is signed in */
  async #ask(layout, unknown) {
    const turn = ++this.#turn;
    const answer = await ticket(this.#place);
    if (turn !== this.#turn) return;
    if (answer === null) this.#become('unreachable');
    else if (!answer.on) this.#become('off');
    else if (!answer.signedIn) this.#become(unknown);
    else {
      this.#window?.close();
      this.#window = null;
      this.#awaited?.();
      this.#awaited = null;
      if (answer.ticket === undefined) {
        this.#become('not-allowed', answer.why);
        return;
      }
      const places = answer.places ?? [];
      this.#placesAre(places);
      const { start } = this.#parts.store.state.recording;
      if ((start === 'signing-in' || start === 'sign-in') && places.length > 1) {
        // there is something to choose first
        this.#become(null);
        return;
      }
      this.#become('starting');
      this.#parts.send({ type: 'start-recording', ticket: answer.ticket, layout });
    }
  }

  /** @param {import('./slice.js').Start | null} start @param {string} [why] */
  #become(start, why) {
    const { store } = this.#parts;
    if (store.state.recording.start !== start) store.dispatch({ type: 'recording-start', start, why });
  }
}

/** @param {Place | null} place @returns {Promise<Answer | null>} null when the server does not answer */
async function ticket(place) {
  try {
    const body = new URLSearchParams(place ? { drive: place.drive, folder: place.folder } : {});
    const response = await fetch(pathTo('/recording/ticket'), { method: 'POST', headers: { Accept: 'application/json' }, body });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}
