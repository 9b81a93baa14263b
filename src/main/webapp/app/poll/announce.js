/**
 * Makes a poll noticed that opens while nobody looks.
 *
 * @import { Attention } from '../platform/attention.js'
 * @import { Session } from '../session/session.js'
 * @import { PollStore } from './slice.js'
 * @param {{store: PollStore, session: Pick<Session<PollStore['state']>, 'onMessage'>, play: (sound: string) => void, attention: Attention}} parts
 */
export function announcePolls({ store, session, play, attention }) {
  session.onMessage((message, before) => {
    if (message.type !== 'poll-changed' || store.state.polls.unseen.length <= before.polls.unseen.length) return;
    play('message');
    attention.note();
    store.dispatch({ type: 'notice', text: 'stage.polls.notice', values: [message.poll.name, message.poll.question] });
  });
}
