/**
 * While this tab leads, everybody is told how it looks at the meeting: all of them when it begins, and with each change those who follow.
 *
 * @import { Store } from '../state/store.js'
 * @import { Action, MeetingState } from '../state/meeting.js'
 * @import { ClientMessage } from '../protocol/messages.js'
 */
export class Leading {
  /** @type {string | null} */
  #told = null;
  #store;
  #send;

  /** @param {Store<MeetingState, Action>} store @param {(message: ClientMessage) => boolean} send */
  constructor(store, send) {
    this.#store = store;
    this.#send = send;
    store.subscribe((state) => {
      if (state.self === null || state.room.leader !== state.self) this.#told = null;
      else if (viewOf(state) !== this.#told) this.tell(this.#told === null);
    });
  }

  /** @param {boolean} again also those who have chosen a view of their own */
  tell(again) {
    const { state } = this.#store;
    const sent = this.#send({ type: 'lead-view', layout: state.layout, participant: state.pinned?.split('/')[0], again });
    if (sent) this.#told = viewOf(state);
  }
}

/** @param {Pick<MeetingState, 'layout' | 'pinned'>} state */
function viewOf({ layout, pinned }) {
  return JSON.stringify([layout, pinned]);
}
