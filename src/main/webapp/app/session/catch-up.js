import { mayModerate, ownRoom } from '../state/people.js';

/**
 * Asks for what was said meanwhile: on coming in, in another room, where other things are said, and when one moderates now, or no more, and
 * may know other things.
 *
 * @import { Shared } from '../state/state.js'
 * @import { Session } from './session.js'
 */

const AGAIN = 2000;

/**
 * @template {Shared} S
 * @param {{readonly state: S}} store
 * @param {Session<S>} session
 */
export function catchUp(store, session) {
  const ask = () => void session.send({ type: 'catch-up' });
  session.onMessage((message, before) => {
    if (message.type === 'welcome') ask();
    else if ((message.type === 'not-stored' || message.type === 'failed') && message.about === 'catch-up') window.setTimeout(ask, AGAIN);
    else if (message.type === 'participant-changed' && differs(before, store.state)) ask();
  });
}

/** @param {Shared} before @param {Shared} now */
function differs(before, now) {
  return ownRoom(before) !== ownRoom(now) || mayModerate(before) !== mayModerate(now);
}
