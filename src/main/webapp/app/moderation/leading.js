/**
 * While this tab leads, everybody is told how it looks at the meeting: all of them when it begins, and with each change those who follow.
 *
 * @import { Send } from '../session/session.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @import { View } from '../state/view.js'
 */
export class Leading {
  /** @type {string | null} */
  #told = null;
  #store;
  #send;

  /** @param {StoreOf<Shared, SharedAction>} store @param {Send} send */
  constructor(store, send) {
    this.#store = store;
    this.#send = send;
    store.subscribe(({ people, rules, view }) => {
      if (people.self === null || rules.leader !== people.self) this.#told = null;
      else if (viewOf(view) !== this.#told) this.tell(this.#told === null);
    }, ['people', 'rules', 'view']);
  }

  /** @param {boolean} again also those who have chosen a view of their own */
  tell(again) {
    const { view } = this.#store.state;
    const sent = this.#send({ type: 'lead-view', layout: view.layout, participant: view.pinned?.split('/')[0], again });
    if (sent) this.#told = viewOf(view);
  }
}

/** @param {Pick<View, 'layout' | 'pinned'>} view */
function viewOf({ layout, pinned }) {
  return JSON.stringify([layout, pinned]);
}
