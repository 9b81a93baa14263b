import { isNextNow, queue } from '../reaction/hands.js';
import { nameOf } from '../state/meeting.js';
import { mentions } from '../platform/attention.js';
import { TUNES } from '../sound/tunes.js';

/**
 * Makes what others say noticed: sounds, and short notices where nobody looks.
 *
 * @import { Action, MeetingState } from '../state/meeting.js'
 * @import { Store } from '../state/store.js'
 * @import { ChatEntry, ServerMessage } from '../protocol/messages.js'
 * @import { Attention } from '../platform/attention.js'
 * @import { Sounds } from '../sound/sounds.js'
 * @import { TalkDesk } from './talk-desk.js'
 * @import { TalkState } from './talk.js'
 * @import { Translate } from '../ui/texts.js'
 */

/** Many at once are heard as one. */
const APART = 700;
const LONGEST_BEGINNING = 90;

/** @param {{desk: TalkDesk, store: Store<MeetingState, Action>, sounds: Sounds, attention: Attention, t: Translate}} parts */
export function announceTalk({ desk, store, sounds, attention, t }) {
  for (const name of ['message', 'hand', 'reaction']) sounds.register(name, TUNES[name]);
  let quietUntil = 0;

  /** @param {string} sound */
  function play(sound) {
    if (performance.now() < quietUntil) return;
    quietUntil = performance.now() + APART;
    sounds.play(sound);
  }

  /** @param {string} text @param {string[]} [values] @param {'info' | 'warning' | 'good'} [kind] */
  const notice = (text, values, kind) => store.dispatch({ type: 'notice', text, values, kind });

  /** @param {string} body @param {string} topic */
  const call = (body, topic) => attention.call({ title: store.state.meeting.name, body, tag: `plenum-${topic}` });

  /** @param {ChatEntry} entry @param {TalkState} before */
  function message(entry, before) {
    const news = entry.id > (before.chat.entries.at(-1)?.id ?? 0) && entry.sender !== before.self && !entry.removed;
    if (!news) return;
    play('message');
    const key = entry.to ? 'stage.chat.notice.private' : 'stage.chat.notice';
    const values = [entry.name, beginning(entry.text)];
    if (entry.to || mentions(entry.text, nameOf(store.state, before.self ?? ''))) call(t(key, ...values), 'chat');
    else attention.note();
    if (!before.chat.open) notice(key, values);
  }

  /** @param {TalkState} before */
  function hands(before) {
    const { hands: now, self } = desk.store.state;
    const people = store.state.participants;
    const added = now.find((hand) => hand.participant !== self && !before.hands.some((b) => b.participant === hand.participant));
    if (added) {
      play('hand');
      const name = people.find((p) => p.id === added.participant)?.name;
      if (name) notice('stage.hand.notice', [name]);
    }
    const lowered = before.hands.some((hand) => hand.participant === self) && !now.some((hand) => hand.participant === self);
    if (lowered && !desk.handIsMine) notice('stage.hand.lowered');
    const [front] = queue(now, people);
    if (front?.id !== self || !isNextNow(before.hands, now, self)) return;
    notice('stage.hand.next', [], 'good');
    call(t('stage.hand.next'), 'hand');
  }

  /** @param {ServerMessage} heard @param {TalkState} before */
  function announce(heard, before) {
    const { polls, self } = desk.store.state;
    switch (heard.type) {
      case 'chat-message':
        return message(heard.entry, before);
      case 'hand-changed':
        return hands(before);
      case 'hands':
        return before.hands.length > 0 && heard.hands.length === 0 ? hands(before) : undefined;
      case 'reacted':
        return heard.participant !== self && store.state.room.on.includes('reaction-sounds') ? play('reaction') : undefined;
      case 'poll-changed':
        if (polls.unseen.length <= before.polls.unseen.length) return undefined;
        play('message');
        attention.note();
        return notice('stage.polls.notice', [heard.poll.name, heard.poll.question]);
      case 'not-stored':
        return /^lower-/.test(heard.about) ? notice('stage.hand.unavailable', [], 'warning') : undefined;
      default:
        return undefined;
    }
  }

  desk.addEventListener('heard', (event) => {
    const { message: heard, before } = /** @type {CustomEvent<{message: ServerMessage, before: TalkState}>} */ (event).detail;
    announce(heard, before);
  });
}

/** @param {string} text */
function beginning(text) {
  const characters = [...text];
  return characters.length > LONGEST_BEGINNING ? `${characters.slice(0, LONGEST_BEGINNING).join('')} …` : text;
}
