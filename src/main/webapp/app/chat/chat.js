/**
 * The chat as this tab knows it. Pure.
 *
 * @import { ChatEntry } from '../protocol/messages.js'
 * @import { TalkAction } from '../talk/talk.js'
 * @typedef {object} ChatState
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
 *   | {type: 'chat-reply', id: number | null} | {type: 'chat-editing', id: number | null}} ChatAction
 */

export const LONGEST_TEXT = 4000;

/** @returns {ChatState} */
export function initialChat() {
  return {
    entries: [], loaded: false, more: false, loadingOlder: false, open: false, unread: 0, firstUnread: null,
    privateAllowed: false, keptHours: 0, to: null, replyTo: null, editing: null,
  };
}

/** @param {ChatState} state @param {TalkAction} action @param {string | null} self @returns {ChatState} */
export function chatOf(state, action, self) {
  switch (action.type) {
    case 'server':
      return fromServer(state, action.message, self);
    case 'chat-open':
      if (state.open === action.open) return state;
      return action.open ? { ...state, open: true, unread: 0 } : { ...state, open: false, firstUnread: null };
    case 'chat-older':
      return { ...state, loadingOlder: true };
    case 'chat-to':
      return { ...state, to: action.to };
    case 'chat-reply':
      return replying(state, action.id, self);
    case 'chat-editing':
      return { ...state, editing: action.id, replyTo: null };
    default:
      return state;
  }
}

/** An answer to something private is private, too. @param {ChatState} state @param {number | null} id @param {string | null} self @returns {ChatState} */
function replying(state, id, self) {
  const entry = state.entries.find((e) => e.id === id);
  const to = entry?.to && entry.toName ? (entry.sender === self ? { id: entry.to, name: entry.toName } : { id: entry.sender, name: entry.name }) : state.to;
  return { ...state, replyTo: id, editing: null, to };
}

/** @param {ChatState} state @param {import('../protocol/messages.js').ServerMessage} message @param {string | null} self @returns {ChatState} */
function fromServer(state, message, self) {
  switch (message.type) {
    case 'chat-page':
      return message.before === undefined || message.before === null ? newest(state, message, self) : older(state, message);
    case 'chat-message':
      return arrived(state, message.entry, self);
    case 'not-stored':
      return message.about === 'chat-history' ? { ...state, loadingOlder: false } : state;
    case 'participant-left':
      return state.to?.id === message.participant ? { ...state, to: null } : state;
    default:
      return state;
  }
}

/** @param {ChatState} state @param {import('../protocol/messages.js').ChatPage} page @param {string | null} self @returns {ChatState} */
function newest(state, page, self) {
  const known = state.entries.at(-1)?.id ?? 0;
  const missed = state.loaded ? page.entries.filter((entry) => entry.id > known && isNews(entry, self)) : [];
  const changed = {
    ...state,
    entries: merged(page.entries, state.loaded ? [] : state.entries),
    loaded: true,
    loadingOlder: false,
    more: page.more,
    privateAllowed: page.privateAllowed,
    keptHours: page.keptHours,
  };
  return unread(changed, missed);
}

/** @param {ChatState} state @param {import('../protocol/messages.js').ChatPage} page @returns {ChatState} */
function older(state, page) {
  if (state.entries[0]?.id !== page.before) return { ...state, loadingOlder: false };
  return { ...state, entries: merged(page.entries, state.entries), more: page.more, loadingOlder: false };
}

/** @param {ChatState} state @param {ChatEntry} entry @param {string | null} self @returns {ChatState} */
function arrived(state, entry, self) {
  const known = state.entries.some((e) => e.id === entry.id);
  const first = state.entries[0]?.id;
  // taken away before this tab knew it: from the main room, while its reader is elsewhere
  if (!known && entry.removed) return state;
  // a change of something older than all that is shown here
  if (!known && first !== undefined && entry.id < first) return state;
  const changed = { ...state, entries: merged(state.entries, [entry]) };
  if (entry.removed && state.replyTo === entry.id) changed.replyTo = null;
  if (entry.removed && state.editing === entry.id) changed.editing = null;
  return known || !isNews(entry, self) ? changed : unread(changed, [entry]);
}

/** @param {ChatState} state @param {readonly ChatEntry[]} news @returns {ChatState} */
function unread(state, news) {
  if (news.length === 0 || state.open) return state;
  return { ...state, unread: state.unread + news.length, firstUnread: state.firstUnread ?? news[0].id };
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

/**
 * What the log shows, top to bottom: days, the line above what only one's breakout room reads, the line above what is new, and messages.
 *
 * @typedef {{kind: 'day', key: string, at: number} | {kind: 'new', key: string} | {kind: 'room', key: string} | {kind: 'message', key: string, entry: ChatEntry, continued: boolean}} Row
 * @param {readonly ChatEntry[]} entries
 * @param {number | null} firstUnread
 * @returns {Row[]}
 */
export function rowsOf(entries, firstUnread) {
  /** @type {Row[]} */
  const rows = [];
  /** @type {ChatEntry | null} */
  let before = null;
  for (const entry of entries) {
    const day = new Date(entry.sentAt).toDateString();
    const newDay = before === null || new Date(before.sentAt).toDateString() !== day;
    if (newDay) rows.push({ kind: 'day', key: `day ${day} ${entry.id}`, at: entry.sentAt });
    const newRoom = (entry.room ?? null) !== (before?.room ?? null);
    if (newRoom) rows.push({ kind: 'room', key: `room ${entry.id}` });
    if (entry.id === firstUnread) rows.push({ kind: 'new', key: 'new' });
    rows.push({ kind: 'message', key: `message ${entry.id}`, entry, continued: !newDay && !newRoom && entry.id !== firstUnread && continues(before, entry) });
    before = entry;
  }
  return rows;
}

const TOGETHER = 5 * 60_000;

/** @param {ChatEntry | null} before @param {ChatEntry} entry */
function continues(before, entry) {
  return before !== null && before.sender === entry.sender && before.name === entry.name && (before.to ?? null) === (entry.to ?? null) && !entry.quote && entry.sentAt - before.sentAt < TOGETHER;
}
