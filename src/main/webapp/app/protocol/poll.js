/**
 * Polls. As docs/protocol/poll.md has it. Types only.
 *
 * @typedef {{id: string, author: string, name: string, question: string, options: string[], multiple: boolean, anonymous: boolean, state:
 *   'draft' | 'open' | 'closed', votes: number[], voters: number, voted?: boolean | null, chosen?: number[] | null}} Poll
 * @typedef {{name: string, choices: number[]}} Vote
 * @typedef {{type: 'poll-voters', poll: string, votes: Vote[]}} PollVoters
 * @typedef {{type: 'poll-save', poll: string, question: string, options: string[], multiple: boolean, anonymous: boolean}
 *   | {type: 'poll-open', poll: string}
 *   | {type: 'poll-close', poll: string}
 *   | {type: 'poll-delete', poll: string}
 *   | {type: 'poll-vote', poll: string, choices: number[], ballot?: string}
 *   | {type: 'poll-voter-list', poll: string}} PollAsk
 * @typedef {{type: 'polls', polls: Poll[]}
 *   | {type: 'poll-changed', poll: Poll}
 *   | {type: 'poll-deleted', poll: string}
 *   | {type: 'poll-voted', poll: string, choices: number[]}
 *   | PollVoters} PollTold
 */

export {};
