/**
 * The log, line by line. Pure.
 *
 * @import { ChatEntry } from '../protocol/chat.js'
 */

/**
 * The rows of the chat log, top to bottom: days, the line above messages of one's own breakout room, the line above new messages, and messages.
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
