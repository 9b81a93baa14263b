import { chatOf, initialChat } from '../chat/chat.js';
import { handsOf } from '../reaction/hands.js';
import { initialPolls, pollsOf } from '../poll/poll.js';

/**
 * All talk of a meeting beside the microphone, as this tab knows it. Pure.
 *
 * @import { Hand, ServerMessage } from '../protocol/messages.js'
 * @import { ChatAction, ChatState } from '../chat/chat.js'
 * @import { PollAction, PollState } from '../poll/poll.js'
 * @import { Item } from './unsent.js'
 * @typedef {object} TalkState
 * @property {string | null} self
 * @property {ChatState} chat
 * @property {PollState} polls
 * @property {readonly Hand[]} hands in the order of raising
 * @property {readonly Item[]} unsent
 * @typedef {{type: 'server', message: ServerMessage} | {type: 'unsent', items: readonly Item[]} | ChatAction | PollAction} TalkAction
 */

/** @returns {TalkState} */
export function initialTalk() {
  return { self: null, chat: initialChat(), polls: initialPolls(), hands: [], unsent: [] };
}

/** @param {TalkState} state @param {TalkAction} action @returns {TalkState} */
export function reduceTalk(state, action) {
  if (action.type === 'unsent') return { ...state, unsent: action.items };
  const self = action.type === 'server' && action.message.type === 'welcome' ? action.message.self : state.self;
  const chat = chatOf(state.chat, action, self);
  const polls = pollsOf(state.polls, action);
  const hands = action.type === 'server' ? handsOf(state.hands, action.message) : state.hands;
  const same = self === state.self && chat === state.chat && polls === state.polls && hands === state.hands;
  return same ? state : { ...state, self, chat, polls, hands };
}
