/**
 * Which texts of which messages are sealed in an encrypted meeting. Pure.
 *
 * @import { ChatEntry } from '../protocol/chat.js'
 * @import { ClientMessage, ServerMessage } from '../protocol/messages.js'
 * @import { Poll } from '../protocol/poll.js'
 * @typedef {(text: string, purpose: string) => Promise<string>} Change
 * @typedef {{words: Change, open(text: string, purpose: string): Promise<string | null>}} Opener `words` gives words instead of what this tab cannot read, `open` null
 * @typedef {{body?: string | null, place?: string | null}} Drawn
 */

/** @param {ClientMessage} message @returns {((seal: Change) => Promise<ClientMessage>) | null} null when nothing of it is sealed */
export function messageSealer(message) {
  switch (message.type) {
    case 'chat-send':
    case 'chat-edit':
      return async (seal) => ({ ...message, text: await seal(message.text, 'chat') });
    case 'poll-save':
      return async (seal) => ({ ...message, ...(await pollTexts(message, seal)) });
    case 'board-draw':
      return async (seal) => ({ ...message, steps: await Promise.all(message.steps.map((step) => drawn(step, seal))) });
    default:
      return null;
  }
}

/** @param {ServerMessage} message @returns {((opener: Opener) => Promise<ServerMessage>) | null} null when nothing of it is sealed */
export function messageOpener(message) {
  switch (message.type) {
    case 'chat-message':
      return async ({ words }) => ({ ...message, entry: await entryText(message.entry, words) });
    case 'chat-page':
      return async ({ words }) => ({ ...message, entries: await Promise.all(message.entries.map((entry) => entryText(entry, words))) });
    case 'poll-changed':
      return async ({ words }) => ({ ...message, poll: { ...message.poll, ...(await pollTexts(message.poll, words)) } });
    case 'polls':
      return async ({ words }) => ({ ...message, polls: await Promise.all(message.polls.map(async (poll) => ({ ...poll, ...(await pollTexts(poll, words)) }))) });
    case 'board-part':
      return async ({ open }) => ({ ...message, entries: await Promise.all(message.entries.map((entry) => drawn(entry, open))) });
    case 'board-drawn':
      return async ({ open }) => ({ ...message, operations: await Promise.all(message.operations.map(async (done) => ({ ...done, steps: await Promise.all(done.steps.map((step) => drawn(step, open))) }))) });
    default:
      return null;
  }
}

/** What cannot be read is not seen. @template {Drawn} T @param {T} step @param {(text: string, purpose: string) => Promise<string | null>} change @returns {Promise<T>} */
async function drawn(step, change) {
  const [body, place] = await Promise.all([step.body, step.place].map((text) => (text ? change(text, 'board') : null)));
  return { ...step, body: body ?? undefined, place: place ?? undefined };
}

/** The server's beginning of a quoted text is one of a ciphertext; the log has the whole. @param {ChatEntry} entry @param {Change} open @returns {Promise<ChatEntry>} */
async function entryText(entry, open) {
  const quote = entry.quote && { ...entry.quote, text: entry.quote.text && '…' };
  return { ...entry, text: await open(entry.text, 'chat'), quote };
}

/** @param {Pick<Poll, 'question' | 'options'>} poll @param {Change} change */
async function pollTexts({ question, options }, change) {
  return { question: await change(question, 'poll'), options: await Promise.all(options.map((option) => change(option, 'poll'))) };
}
