/**
 * The polls as this tab knows them. Pure.
 *
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { Poll, Vote } from '../protocol/poll.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @typedef {{id: string, question: string, options: string[], multiple: boolean, anonymous: boolean}} Draft
 * @typedef {object} Polls
 * @property {readonly Poll[]} polls oldest first
 * @property {Readonly<Record<string, readonly Vote[]>>} voters by poll, where somebody asked
 * @property {Draft | null} form what is being written
 * @property {boolean} open whether somebody looks at them
 * @property {readonly string[]} unseen
 * @typedef {{type: 'polls-open', open: boolean} | {type: 'poll-form', form: Draft | null}
 *   | {type: 'poll-choices', poll: string, choices: number[]} | {type: 'server', message: ServerMessage}} PollAction
 * @typedef {StoreOf<Shared & {polls: Polls}, SharedAction | PollAction>} PollStore
 */

export const MOST_OPTIONS = 12;
export const LONGEST_QUESTION = 300;
export const LONGEST_OPTION = 120;

export const pollsSlice = {
  initial: /** @type {Polls} */ ({ polls: [], voters: {}, form: null, open: false, unseen: [] }),

  /** @param {Polls} state @param {PollAction} action @returns {Polls} */
  reduce(state, action) {
    switch (action.type) {
      case 'server':
        return fromServer(state, action.message);
      case 'polls-open':
        return state.open === action.open ? state : { ...state, open: action.open, unseen: [] };
      case 'poll-form':
        return { ...state, form: action.form };
      case 'poll-choices':
        return { ...state, polls: state.polls.map((poll) => (poll.id === action.poll ? { ...poll, voted: true, chosen: action.choices } : poll)) };
      default:
        return state;
    }
  },
};

/** @param {Polls} state @param {ServerMessage} message @returns {Polls} */
function fromServer(state, message) {
  switch (message.type) {
    case 'polls':
      return { ...state, polls: message.polls, voters: {} };
    case 'poll-changed':
      return changed(state, message.poll);
    case 'poll-deleted':
      return { ...state, polls: state.polls.filter((poll) => poll.id !== message.poll), unseen: state.unseen.filter((id) => id !== message.poll) };
    case 'poll-voted':
      return { ...state, polls: state.polls.map((poll) => (poll.id === message.poll ? { ...poll, voted: true, chosen: message.choices } : poll)) };
    case 'poll-voters':
      return { ...state, voters: { ...state.voters, [message.poll]: message.votes } };
    default:
      return state;
  }
}

/** Merges a change of a poll: omitted fields did not change. @param {Polls} state @param {Poll} poll @returns {Polls} */
function changed(state, poll) {
  const before = state.polls.find((p) => p.id === poll.id);
  const full = { ...poll, voted: poll.voted ?? before?.voted ?? false, chosen: poll.chosen ?? before?.chosen };
  const polls = before ? state.polls.map((p) => (p.id === poll.id ? full : p)) : [...state.polls, full];
  const news = poll.state === 'open' && before?.state !== 'open' && !state.open;
  // a list of names that has grown since is asked for again
  const voters = Object.fromEntries(Object.entries(state.voters).filter(([id]) => id !== poll.id));
  return { ...state, polls, voters, unseen: news ? [...state.unseen, poll.id] : state.unseen };
}

/** Open ones first, then drafts, then closed ones; the newest first. @param {readonly Poll[]} polls */
export function inOrder(polls) {
  const rank = { open: 0, draft: 1, closed: 2 };
  return polls.map((poll, i) => ({ poll, i })).sort((a, b) => rank[a.poll.state] - rank[b.poll.state] || b.i - a.i).map(({ poll }) => poll);
}

/** Whole percent of those who voted. @param {Poll} poll @param {number} option */
export function share(poll, option) {
  return poll.voters === 0 ? 0 : Math.round((100 * poll.votes[option]) / poll.voters);
}

/**
 * @param {Draft} draft
 * @returns {'stage.polls.problem.question' | 'stage.polls.problem.options' | 'stage.polls.problem.twice' | null}
 */
export function problemOf(draft) {
  const options = draft.options.map((option) => option.trim().replace(/\s+/g, ' ')).filter(Boolean);
  if (draft.question.trim() === '') return 'stage.polls.problem.question';
  if (options.length < 2) return 'stage.polls.problem.options';
  return new Set(options).size < options.length ? 'stage.polls.problem.twice' : null;
}
