import { ownRoom } from '../breakout/breakout.js';
import { chatOf, initialChat } from '../chat/chat.js';
import { handsOf } from '../reaction/hands.js';
import { initialPolls, pollsOf } from '../poll/poll.js';

/**
 * All talk of a meeting beside the microphone, as this tab knows it. Pure.
 *
 * @import { Hand, ServerMessage } from '../protocol/messages.js'
 * @import { ChatAction, ChatState } from '../chat/chat.js'
 * @import { PollAction, PollState } from '../poll/poll.js'
 * @import { Item } from '../session/unsent.js'
 * @typedef {object} TalkState
 * @property {string | null} self
 * @property {boolean} moderates whether one does
 * @property {string | null} room in which one is; null: the main room
 * @property {ChatState} chat
 * @property {PollState} polls
 * @property {readonly Hand[]} hands in the order of raising
 * @property {readonly Item[]} unsent
 * @typedef {{type: 'server', message: ServerMessage} | {type: 'unsent', items: readonly Item[]} | ChatAction | PollAction} TalkAction
 */

/** @returns {TalkState} */
export function initialTalk() {
  return { self: null, moderates: false, room: null, chat: initialChat(), polls: initialPolls(), hands: [], unsent: [] };
}

/** @param {TalkState} state @param {TalkAction} action @returns {TalkState} */
export function reduceTalk(state, action) {
  if (action.type === 'unsent') return { ...state, unsent: action.items };
  const self = action.type === 'server' && action.message.type === 'welcome' ? action.message.self : state.self;
  const room = action.type === 'server' ? roomAfter(state.room, action.message, self) : state.room;
  const moderates = action.type === 'server' ? moderatesAfter(state.moderates, action.message, self) : state.moderates;
  const chat = chatOf(state.chat, action, self);
  const polls = pollsOf(state.polls, action);
  const hands = action.type === 'server' ? handsOf(state.hands, action.message, room !== state.room, room) : state.hands;
  const same = self === state.self && room === state.room && moderates === state.moderates && chat === state.chat && polls === state.polls && hands === state.hands;
  return same ? state : { ...state, self, moderates, room, chat, polls, hands };
}

/** @param {string | null} room @param {ServerMessage} message @param {string | null} self @returns {string | null} */
function roomAfter(room, message, self) {
  if (message.type === 'welcome') return ownRoom(message);
  return message.type === 'participant-changed' && message.participant.id === self ? (message.participant.room ?? null) : room;
}

/** @param {boolean} moderates @param {ServerMessage} message @param {string | null} self */
function moderatesAfter(moderates, message, self) {
  const people = message.type === 'welcome' ? message.participants : message.type === 'participant-changed' ? [message.participant] : [];
  const own = people.find((p) => p.id === self);
  return own ? own.role !== 'participant' : moderates;
}
