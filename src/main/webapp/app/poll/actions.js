import { shelf } from '../platform/shelf.js';
import { ask } from '../session/asking.js';

/**
 * The actions on polls.
 *
 * @import { ClientMessage, ServerMessage } from '../protocol/messages.js'
 * @import { PollVoters, Vote } from '../protocol/poll.js'
 * @import { Session } from '../session/session.js'
 * @import { Unsent } from '../session/unsent.js'
 * @import { Draft, PollStore } from './slice.js'
 */

export class PollActions {
  #store;
  #session;
  #unsent;
  #ballots;

  /** @param {{letters: string, store: PollStore, session: Pick<Session<any>, 'send' | 'onMessage'>, unsent: Unsent}} parts */
  constructor({ letters, store, session, unsent }) {
    this.#store = store;
    this.#session = session;
    this.#unsent = unsent;
    this.#ballots = shelf(`plenum-ballots-${letters}`, /** @type {Record<string, {secret: string, choices: number[]}>} */ ({}));
    session.onMessage((message) => {
      if (message.type === 'polls') this.#recallBallots();
    });
  }

  /** @param {Draft} draft @param {boolean} open */
  save({ id, question, options, multiple, anonymous }, open) {
    const filled = options.map((option) => option.trim()).filter(Boolean);
    this.#unsent.add(`poll-save ${id}`, { type: 'poll-save', poll: id, question: question.trim(), options: filled, multiple, anonymous });
    if (open) this.open(id);
    this.#store.dispatch({ type: 'poll-form', form: null });
  }

  /** @param {string} poll */
  open(poll) {
    this.#unsent.add(`poll-open ${poll}`, { type: 'poll-open', poll });
  }

  /** @param {string} poll */
  close(poll) {
    this.#unsent.add(`poll-close ${poll}`, { type: 'poll-close', poll });
  }

  /** @param {string} poll */
  delete(poll) {
    this.#unsent.add(`poll-delete ${poll}`, { type: 'poll-delete', poll });
  }

  /** The secret of an anonymous vote is kept before it goes out: without it the vote could not be changed. @param {string} poll @param {number[]} choices @param {boolean} anonymous */
  vote(poll, choices, anonymous) {
    /** @type {ClientMessage} */
    const message = { type: 'poll-vote', poll, choices };
    if (anonymous) {
      const known = this.#ballots.read();
      const secret = known[poll]?.secret ?? crypto.randomUUID();
      this.#ballots.keep({ ...known, [poll]: { secret, choices } });
      message.ballot = secret;
    }
    this.#unsent.add(`poll-vote ${poll}`, message);
  }

  /** Whether this tab could still change its vote. @param {string} poll */
  holdsBallot(poll) {
    return poll in this.#ballots.read();
  }

  /** @param {string} poll @returns {Promise<Vote[]>} */
  async voters(poll) {
    const known = this.#store.state.polls.voters[poll];
    if (known) return [...known];
    const answer = /** @type {PollVoters} */ (await ask(this.#session, { type: 'poll-voter-list', poll }, (m) => m.type === 'poll-voters' && m.poll === poll));
    return answer.votes;
  }

  /** The server does not know what somebody chose anonymously; their own tab does. */
  #recallBallots() {
    const ballots = this.#ballots.read();
    for (const poll of this.#store.state.polls.polls) {
      if (poll.anonymous && poll.voted && ballots[poll.id]) this.#store.dispatch({ type: 'poll-choices', poll: poll.id, choices: ballots[poll.id].choices });
    }
  }
}

/** The keys of our messages that a message confirms as stored. @param {ServerMessage} message @returns {string[]} */
export function pollSettledBy(message) {
  switch (message.type) {
    case 'poll-changed':
      return { draft: ['poll-save'], open: ['poll-open'], closed: ['poll-close'] }[message.poll.state].map((type) => `${type} ${message.poll.id}`);
    case 'poll-voted':
      return [`poll-vote ${message.poll}`];
    case 'poll-deleted':
      return ['poll-save', 'poll-open', 'poll-close', 'poll-vote', 'poll-delete'].map((type) => `${type} ${message.poll}`);
    default:
      return [];
  }
}
