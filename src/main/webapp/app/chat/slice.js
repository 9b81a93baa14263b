/**
 * The chat as this tab knows it. Pure.
 *
 * @import { ChatEntry, ChatPage } from '../protocol/chat.js'
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { Context } from '../state/slice.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @typedef {object} Chat
 * @property {readonly ChatEntry[]} entries oldest first
 * @property {boolean} loaded whether the newest page has come
 * @property {boolean} more whether there are older ones
 * @property {boolean} loadingOlder
 * @property {boolean} open whether somebody looks at it
 * @property {number} unread
 * @property {number | null} firstUnread id of the message above which a line says that it is new
 * @property {boolean} privateAllowed
 * @property {number} keptHours
 * @property {{id: string, name: string} | null} to who alone will read what is being written
 * @property {number | null} replyTo
 * @property {number | null} editing
 * @typedef {{type: 'chat-open', open: boolean} | {type: 'chat-older'} | {type: 'chat-to', to: {id: string, name: string} | null}
 *   | {type: 'chat-reply', id: number | null} | {type: 'chat-editing', id: number | null} | {type: 'server', message: ServerMessage}} ChatAction
 * @typedef {StoreOf<Shared & {chat: Chat}, SharedAction | ChatAction>} ChatStore
 */

export const LONGEST_TEXT = 4000;

export const chatSlice = {
  initial: /** @type {Chat} */ ({
    entries: [], loaded: false, more: false, loadingOlder: false, open: false, unread: 0, firstUnread: null,
    privateAllowed: false, keptHours: 0, to: null, replyTo: null, editing: null,
  }),

  /** @param {Chat} chat @param {ChatAction} action @param {Context} context @returns {Chat} */
  reduce(chat, action, { people: { self } }) {
    switch (action.type) {
      case 'server':
        return fromServer(chat, action.message, self);
      case 'chat-open':
        if (chat.open === action.open) return chat;
        return action.open ? { ...chat, open: true, unread: 0 } : { ...chat, open: false, firstUnread: null };
      case 'chat-older':
        return { ...chat, loadingOlder: true };
      case 'chat-to':
        return { ...chat, to: action.to };
      case 'chat-reply':
        return replying(chat, action.id, self);
      case 'chat-editing':
        return { ...chat, editing: action.id, replyTo: null };
      default:
        return chat;
    }
  },
};

/** An answer to something private is private, too. @param {Chat} chat @param {number | null} id @param {string | null} self @returns {Chat} */
function replying(chat, id, self) {
  const entry = chat.entries.find((e) => e.id === id);
  const to = entry?.to && entry.toName ? (entry.sender === self ? { id: entry.to, name: entry.toName } : { id: entry.sender, name: entry.name }) : chat.to;
  return { ...chat, replyTo: id, editing: null, to };
}

/** @param {Chat} chat @param {ServerMessage} message @param {string | null} self @returns {Chat} */
function fromServer(chat, message, self) {
  switch (message.type) {
    case 'chat-page':
      return message.before === undefined || message.before === null ? newest(chat, message, self) : older(chat, message);
    case 'chat-message':
      return arrived(chat, message.entry, self);
    case 'not-stored':
      return message.about === 'chat-history' ? { ...chat, loadingOlder: false } : chat;
    case 'participant-left':
      return chat.to?.id === message.participant ? { ...chat, to: null } : chat;
    default:
      return chat;
  }
}

/** @param {Chat} chat @param {ChatPage} page @param {string | null} self @returns {Chat} */
function newest(chat, page, self) {
  const known = chat.entries.at(-1)?.id ?? 0;
  const missed = chat.loaded ? page.entries.filter((entry) => entry.id > known && isNews(entry, self)) : [];
  const changed = {
    ...chat,
    entries: merged(page.entries, chat.loaded ? [] : chat.entries),
    loaded: true,
    loadingOlder: false,
    more: page.more,
    privateAllowed: page.privateAllowed,
    keptHours: page.keptHours,
  };
  return unread(changed, missed);
}

/** @param {Chat} chat @param {ChatPage} page @returns {Chat} */
function older(chat, page) {
  if (chat.entries[0]?.id !== page.before) return { ...chat, loadingOlder: false };
  return { ...chat, entries: merged(page.entries, chat.entries), more: page.more, loadingOlder: false };
}

/** @param {Chat} chat @param {ChatEntry} entry @param {string | null} self @returns {Chat} */
function arrived(chat, entry, self) {
  const known = chat.entries.some((e) => e.id === entry.id);
  const first = chat.entries[0]?.id;
  // taken away before this tab knew it: from the main room, while its reader is elsewhere
  if (!known && entry.removed) return chat;
  // a change of something older than all that is shown here
  if (!known && first !== undefined && entry.id < first) return chat;
  const changed = { ...chat, entries: merged(chat.entries, [entry]) };
  if (entry.removed && chat.replyTo === entry.id) changed.replyTo = null;
  if (entry.removed && chat.editing === entry.id) changed.editing = null;
  return known || !isNews(entry, self) ? changed : unread(changed, [entry]);
}

/** @param {Chat} chat @param {readonly ChatEntry[]} news @returns {Chat} */
function unread(chat, news) {
  if (news.length === 0 || chat.open) return chat;
  return { ...chat, unread: chat.unread + news.length, firstUnread: chat.firstUnread ?? news[0].id };
}

/** @param {ChatEntry} entry @param {string | null} self */
function isNews(entry, self) {
  return entry.sender !== self && !entry.removed;
}

/** The later list's state of an entry counts. @param {readonly ChatEntry[]} one @param {readonly ChatEntry[]} other */
function merged(one, other) {
  const all = new Map([...one, ...other].map((entry) => [entry.id, entry]));
  return [...all.values()].sort((a, b) => a.id - b.id);
}
