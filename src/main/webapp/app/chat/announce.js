import { mentions } from '../platform/attention.js';
import { nameOf } from '../state/people.js';

/**
 * Makes messages noticed: a sound, a short notice where nobody looks, and a call to those who are meant.
 *
 * @import { Attention } from '../platform/attention.js'
 * @import { ChatEntry } from '../protocol/chat.js'
 * @import { Session } from '../session/session.js'
 * @import { Translate } from '../ui/texts.js'
 * @import { Chat, ChatStore } from './slice.js'
 */

const LONGEST_BEGINNING = 90;

/** @param {{store: ChatStore, session: Pick<Session<ChatStore['state']>, 'onMessage'>, play: (sound: string) => void, attention: Attention, t: Translate}} parts */
export function announceChat({ store, session, play, attention, t }) {
  session.onMessage((message, before) => {
    if (message.type === 'chat-message') announce(message.entry, before.chat);
  });

  /** @param {ChatEntry} entry @param {Chat} before */
  function announce(entry, before) {
    const { people, stay } = store.state;
    const news = entry.id > (before.entries.at(-1)?.id ?? 0) && entry.sender !== people.self && !entry.removed;
    if (!news) return;
    play('message');
    const text = entry.to ? 'stage.chat.notice.private' : 'stage.chat.notice';
    const values = [entry.name, beginning(entry.text)];
    if (entry.to || mentions(entry.text, nameOf(store.state, people.self ?? ''))) attention.call({ title: stay.meeting.name, body: t(text, ...values), tag: 'plenum-chat' });
    else attention.note();
    if (!before.open) store.dispatch({ type: 'notice', text, values });
  }
}

/** @param {string} text */
function beginning(text) {
  const characters = [...text];
  return characters.length > LONGEST_BEGINNING ? `${characters.slice(0, LONGEST_BEGINNING).join('')} …` : text;
}
