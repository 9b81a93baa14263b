/**
 * What of which messages is sealed in an encrypted meeting. Pure.
 *
 * @import { ChatEntry } from '../protocol/chat.js'
 * @import { ClientMessage, ServerMessage } from '../protocol/messages.js'
 * @import { Poll } from '../protocol/poll.js'
 * @import { Reaction } from '../protocol/reaction.js'
 * @typedef {(text: string, purpose: string) => Promise<string>} Change
 * @typedef {{words: Change, open(text: string, purpose: string): Promise<string | null>}} Opener `words` gives words instead of what this tab cannot read, `open` null
 * @typedef {{body?: string | null, place?: string | null}} Drawn
 */

/** The lower right corner of a picture that is drawn on. */
const EDGE = 65_535;

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
    case 'ink-draw':
      return async (seal) => ({ ...message, color: '', points: [], sealed: await seal(JSON.stringify([message.color, ...message.points]), 'ink') });
    case 'react':
      return async (seal) => ({ type: 'react', sealed: await seal(message.reaction ?? '', 'reaction') });
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
    case 'ink-drawn':
      return async ({ open }) => ({ ...message, ...inkOf(await open(message.sealed ?? '', 'ink')) });
    case 'reacted':
      return async ({ open }) => ({ ...message, reaction: /** @type {Reaction | null} */ (await open(message.sealed ?? '', 'reaction')) });
    default:
      return null;
  }
}

/** Color and points of a part of a stroke; none of what cannot be read, or is no part of one. @param {string | null} opened @returns {{color: string, points: number[]}} */
function inkOf(opened) {
  try {
    const [color, ...points] = JSON.parse(opened ?? '');
    if (points.length % 2 === 0 && points.every((/** @type {unknown} */ part) => Number.isInteger(part) && Number(part) >= 0 && Number(part) <= EDGE)) return { color: String(color), points };
  } catch {
    // as below
  }
  return { color: '', points: [] };
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
