import { shelf } from '../platform/shelf.js';
import { ask } from '../session/asking.js';
import { ownRoom } from '../state/people.js';

/**
 * The actions on the chat.
 *
 * @import { ChatEntry, ChatPage } from '../protocol/chat.js'
 * @import { ClientMessage, ServerMessage } from '../protocol/messages.js'
 * @import { Session } from '../session/session.js'
 * @import { Unsent } from '../session/unsent.js'
 * @import { ChatStore } from './slice.js'
 */

export class ChatActions {
  #store;
  #session;
  #unsent;

  /** @param {{letters: string, store: ChatStore, session: Pick<Session<any>, 'send' | 'onMessage'>, unsent: Unsent}} parts */
  constructor({ letters, store, session, unsent }) {
    this.#store = store;
    this.#session = session;
    this.#unsent = unsent;
    /** The text in the field that was not sent. */
    this.drafts = shelf(`plenum-draft-${letters}`, '');
  }

  /** @param {string} text @param {{to?: {id: string, name: string} | null, reply?: ChatEntry | null}} [how] */
  say(text, { to, reply } = {}) {
    const key = crypto.randomUUID();
    const room = ownRoom(this.#store.state);
    /** @type {ClientMessage} */
    const message = { type: 'chat-send', key, text, ...(room ? { room } : {}), ...(to ? { to: to.id } : {}), ...(reply ? { replyTo: reply.id } : {}) };
    const quote = reply ? { name: reply.name, text: reply.text } : undefined;
    this.#unsent.add(`chat-send ${key}`, message, { at: Date.now(), toName: to?.name, quote });
    this.#store.dispatch({ type: 'chat-reply', id: null });
  }

  /** @param {number} id @param {string} text */
  edit(id, text) {
    this.#unsent.add(`chat-edit ${id}`, { type: 'chat-edit', message: id, text });
    this.#store.dispatch({ type: 'chat-editing', id: null });
  }

  /** @param {ChatEntry} entry @param {boolean} own */
  takeBack(entry, own) {
    const type = own ? 'chat-delete' : 'chat-remove';
    this.#unsent.add(`${type} ${entry.id}`, { type, message: entry.id });
  }

  older() {
    const { chat } = this.#store.state;
    const [first] = chat.entries;
    if (!first || !chat.more || chat.loadingOlder) return;
    if (this.#session.send({ type: 'chat-history', before: first.id })) this.#store.dispatch({ type: 'chat-older' });
  }

  /** The whole chat, page by page. @returns {Promise<ChatEntry[]>} rejected when the server cannot give it now */
  async all() {
    const { chat } = this.#store.state;
    let entries = [...chat.entries];
    for (let more = chat.more; more; ) {
      const before = entries[0].id;
      const page = /** @type {ChatPage} */ (await ask(this.#session, { type: 'chat-history', before }, (m) => m.type === 'chat-page' && m.before === before));
      entries = [...page.entries, ...entries];
      more = page.more;
    }
    return entries;
  }

  /** @param {string} key */
  tryAgain(key) {
    this.#unsent.again(key);
  }

  /** @param {string} key */
  drop(key) {
    this.#unsent.drop(key);
  }
}

/** The keys of our messages that a message confirms as stored. @param {ServerMessage} message @returns {string[]} */
export function chatSettledBy(message) {
  if (message.type === 'chat-page') return message.entries.map((entry) => `chat-send ${entry.key}`);
  if (message.type !== 'chat-message') return [];
  const { id, key } = message.entry;
  return [`chat-send ${key}`, ...['chat-edit', 'chat-delete', 'chat-remove'].map((type) => `${type} ${id}`)];
}
