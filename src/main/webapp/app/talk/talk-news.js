import { isNextNow, queue } from '../reaction/hands.js';

/**
 * Makes what others say noticed: sounds, and short notices where nobody looks.
 *
 * @import { Action, MeetingState } from '../meeting/meeting.js'
 * @import { Store } from '../store.js'
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { TalkDesk } from './talk-desk.js'
 * @import { TalkState } from './talk.js'
 */

/** @param {TalkDesk} desk @param {Store<MeetingState, Action>} meeting */
export function announceTalk(desk, meeting) {
  /** @param {string} text @param {string[]} [values] @param {'info' | 'warning' | 'good'} [kind] */
  const notice = (text, values, kind) => meeting.dispatch({ type: 'notice', text, values, kind });

  /** @param {Extract<ServerMessage, {type: 'chat-message'}>['entry']} entry @param {TalkState} before */
  function message(entry, before) {
    const news = entry.id > (before.chat.entries.at(-1)?.id ?? 0) && entry.sender !== before.self && !entry.removed;
    if (!news) return;
    desk.sounds.play('message');
    if (before.chat.open) return;
    const begin = entry.text.length > 90 ? `${entry.text.slice(0, 90)} …` : entry.text;
    notice(entry.to ? 'stage.chat.notice.private' : 'stage.chat.notice', [entry.name, begin]);
  }

  /** @param {TalkState} before */
  function hands(before) {
    const { hands: now, self } = desk.store.state;
    const people = meeting.state.participants;
    const [front] = queue(now, people);
    const added = now.find((hand) => hand.participant !== self && !before.hands.some((b) => b.participant === hand.participant));
    if (added) {
      desk.sounds.play('hand');
      const name = people.find((p) => p.id === added.participant)?.name;
      if (name) notice('stage.hand.notice', [name]);
    }
    const lowered = before.hands.some((hand) => hand.participant === self) && !now.some((hand) => hand.participant === self);
    if (lowered && !desk.handIsMine) notice('stage.hand.lowered');
    if (front?.id === self && isNextNow(before.hands, now, self)) notice('stage.hand.next', [], 'good');
  }

  desk.addEventListener('heard', (event) => {
    const { message: heard, before } = /** @type {CustomEvent<{message: ServerMessage, before: TalkState}>} */ (event).detail;
    if (heard.type === 'chat-message') message(heard.entry, before);
    else if (heard.type === 'hand-changed' || (heard.type === 'hands' && before.hands.length > 0 && heard.hands.length === 0)) hands(before);
    else if (heard.type === 'poll-changed' && desk.store.state.polls.unseen.length > before.polls.unseen.length) {
      desk.sounds.play('message');
      notice('stage.polls.notice', [heard.poll.name, heard.poll.question]);
    } else if (heard.type === 'not-stored' && (heard.about === 'lower-hand' || heard.about === 'lower-all-hands')) notice('stage.hand.unavailable', [], 'warning');
  });
}
