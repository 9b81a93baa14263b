/**
 * What of which messages is sealed in an encrypted meeting. Pure.
 *
 * @import { ChatEntry } from '../protocol/chat.js'
 * @import { ClientMessage, ServerMessage } from '../protocol/messages.js'
 * @import { Poll } from '../protocol/poll.js'
 * @import { Reaction } from '../protocol/reaction.js'
 * @import { BoardHand, BoardPointer, BoardSight } from '../protocol/whiteboard.js'
 * @typedef {(text: string, purpose: string) => Promise<string>} Change
 * @typedef {{words: Change, open(text: string, purpose: string): Promise<string | null>}} Opener `words` gives words instead of what this tab cannot read, `open` null
 * @typedef {{body?: string | null, place?: string | null}} Drawn
 */

/** The lower right corner of a picture that is drawn on. */
const EDGE = 65_535;
/** @type {readonly unknown[]} */
const HANDS = ['points', 'draws', 'shines'];

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
    case 'board-point':
      // that somebody points no more, the server may know
      return async (seal) => ({ ...message, page: 0, points: [], ...(message.hand === 'away' ? {} : { hand: 'points', sealed: await seal(JSON.stringify([message.page, message.hand, ...message.points]), 'pointer') }) });
    case 'board-look':
      return async (seal) => ({ type: 'board-look', sealed: await seal(JSON.stringify(message.sight), 'sight') });
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
    case 'board-pointers':
      return async ({ open }) => ({ ...message, pointers: (await Promise.all(message.pointers.map((pointer) => pointersOf(pointer, open)))).flat() });
    case 'board-seen':
      return async ({ open }) => ({ ...message, sight: sightOf(await open(message.sealed ?? '', 'sight')) });
    case 'ink-drawn':
      return async ({ open }) => ({ ...message, ...inkOf(await open(message.sealed ?? '', 'ink')) });
    case 'reacted':
      return async ({ open }) => ({ ...message, reaction: /** @type {Reaction | null} */ (await open(message.sealed ?? '', 'reaction')) });
    default:
      return null;
  }
}

/** The parts of a trail, one after the other; none of what cannot be read. @param {BoardPointer} pointer @param {Opener['open']} open @returns {Promise<BoardPointer[]>} */
async function pointersOf({ participant, hand, sealed }, open) {
  if (hand === 'away') return [{ participant, page: 0, hand, points: [] }];
  const opened = await Promise.all((sealed ?? []).map((part) => open(part, 'pointer')));
  return opened.flatMap((part) => {
    const read = parsed(part);
    if (!Array.isArray(read)) return [];
    const [page, how, ...points] = read;
    const fits = HANDS.includes(how) && [page, ...points].every(Number.isInteger) && points.length % 2 === 0;
    return fits ? [{ participant, page, hand: /** @type {BoardHand} */ (how), points }] : [];
  });
}

/** @param {string | null} opened @returns {BoardSight | null} null for what cannot be read */
function sightOf(opened) {
  const sight = parsed(opened);
  const sides = ['page', 'x', 'y', 'width', 'height'].map((side) => sight?.[side]);
  if (!sides.every(Number.isInteger) || sides[3] < 1 || sides[4] < 1) return null;
  const [page, x, y, width, height] = sides;
  return { page, x, y, width, height };
}

/** @param {string | null} opened @returns {any} */
function parsed(opened) {
  try {
    return JSON.parse(opened ?? '');
  } catch {
    return null;
  }
}

/** Color and points of a part of a stroke; none of what cannot be read, or is no part of one. @param {string | null} opened @returns {{color: string, points: number[]}} */
function inkOf(opened) {
  const read = parsed(opened);
  const [color, ...points] = Array.isArray(read) ? read : [''];
  const fits = points.length % 2 === 0 && points.every((/** @type {unknown} */ part) => Number.isInteger(part) && Number(part) >= 0 && Number(part) <= EDGE);
  return fits ? { color: String(color), points } : { color: '', points: [] };
}

/** What cannot be read is not seen. @template {Drawn} T @param {T} step @param {(text: string, purpose: string) => Promise<string | null>} change @returns {Promise<T>} */
async function drawn(step, change) {
  const [body, place] = await Promise.all([step.body, step.place].map((text) => (text ? change(text, 'board') : text)));
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
