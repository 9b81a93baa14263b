import { hasEnded } from './slice.js';

/**
 * Makes the end of a part heard, and seen on a tab that nobody looks at.
 *
 * @import { Attention } from '../platform/attention.js'
 * @import { Session } from '../session/session.js'
 * @import { TimerStore } from './slice.js'
 * @param {{store: TimerStore, session: Pick<Session<TimerStore['state']>, 'onMessage'>, play: (sound: string) => void, attention: Attention}} parts
 */
export function announceTimer({ store, session, play, attention }) {
  session.onMessage((message, before) => {
    if (message.type !== 'timer-state' || !hasEnded(before.timer, store.state.timer)) return;
    play('timer');
    attention.note();
  });
}
