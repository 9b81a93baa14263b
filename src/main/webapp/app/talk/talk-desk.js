import { Store } from '../state/store.js';
import { Unsent } from '../session/unsent.js';
import { shelf } from '../platform/shelf.js';
import { initialTalk, reduceTalk } from './talk.js';

/**
 * Everything that this tab says beside the microphone, and hears of it: chat, hands, reactions, polls.
 *
 * @import { ChatEntry, ChatPage, ClientMessage, PollVoters, Reaction, ServerMessage } from '../protocol/messages.js'
 * @import { Session } from '../session/session.js'
 * @import { Draft } from '../poll/poll.js'
 * @import { Item, Note } from '../session/unsent.js'
 * @import { TalkAction, TalkState } from './talk.js'
 */

const AGAIN = 2000;
/** With these a message was not looked at. @type {readonly string[]} */
const LATER = ['throttled', 'out-of-place', 'internal'];

/** Which stored things say that a message of ours is stored. @param {ServerMessage} message @returns {string[]} */
function settledBy(message) {
  switch (message.type) {
    case 'chat-page':
      return message.entries.map((entry) => `chat-send ${entry.key}`);
    case 'chat-message': {
      const { id, key } = message.entry;
      return [`chat-send ${key}`, ...['chat-edit', 'chat-delete', 'chat-remove'].map((type) => `${type} ${id}`)];
    }
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

export class TalkDesk extends EventTarget {
  /** @type {Store<TalkState, TalkAction>} */
  store = new Store(reduceTalk, initialTalk());
  #session;
  #unsent;
  #ballots;
  /** @type {boolean | null} */
  #handWanted = null;
  /** Who waits for an answer. @type {Set<(message: ServerMessage) => void>} */
  #waiting = new Set();

  /** @param {string} letters @param {Session} session */
  constructor(letters, session) {
    super();
    this.#session = session;
    this.#ballots = shelf(`plenum-ballots-${letters}`, /** @type {Record<string, {secret: string, choices: number[]}>} */ ({}));
    this.drafts = shelf(`plenum-draft-${letters}`, '');
    this.#unsent = new Unsent({
      send: (message) => session.send(message),
      onChange: (items) => this.store.dispatch({ type: 'unsent', items }),
      shelf: shelf(`plenum-unsent-${letters}`, /** @type {Item[]} */ ([])),
      clock: { after: (ms, run) => window.setTimeout(run, ms), cancel: (timer) => window.clearTimeout(timer) },
    });
    session.addEventListener('message', (event) => this.#heard(/** @type {CustomEvent<ServerMessage>} */ (event).detail));
    session.addEventListener('disconnected', () => this.#unsent.disconnected());
  }

  /** @param {string} text @param {{to?: {id: string, name: string} | null, reply?: ChatEntry | null}} [how] */
  say(text, { to, reply } = {}) {
    const key = crypto.randomUUID();
    const { room } = this.store.state;
    /** @type {ClientMessage} */
    const message = { type: 'chat-send', key, text, ...(room ? { room } : {}), ...(to ? { to: to.id } : {}), ...(reply ? { replyTo: reply.id } : {}) };
    const quote = reply ? { name: reply.name, text: reply.text } : undefined;
    this.#keep(`chat-send ${key}`, message, { at: Date.now(), toName: to?.name, quote });
    this.store.dispatch({ type: 'chat-reply', id: null });
  }

  /** @param {number} id @param {string} text */
  edit(id, text) {
    this.#keep(`chat-edit ${id}`, { type: 'chat-edit', message: id, text });
    this.store.dispatch({ type: 'chat-editing', id: null });
  }

  /** @param {ChatEntry} entry @param {boolean} own */
  takeBack(entry, own) {
    const type = own ? 'chat-delete' : 'chat-remove';
    this.#keep(`${type} ${entry.id}`, { type, message: entry.id });
  }

  older() {
    const { chat } = this.store.state;
    const [first] = chat.entries;
    if (!first || !chat.more || chat.loadingOlder) return;
    if (this.#session.send({ type: 'chat-history', before: first.id })) this.store.dispatch({ type: 'chat-older' });
  }

  /** The whole chat, page by page. @returns {Promise<ChatEntry[]>} rejected when the server cannot give it now */
  async all() {
    const { chat } = this.store.state;
    let entries = [...chat.entries];
    for (let more = chat.more; more; ) {
      const before = entries[0].id;
      const page = /** @type {ChatPage} */ (await this.#ask({ type: 'chat-history', before }, (m) => m.type === 'chat-page' && m.before === before));
      entries = [...page.entries, ...entries];
      more = page.more;
    }
    return entries;
  }

  /** Whether a change of one's own hand that comes now was asked for here. */
  get handIsMine() {
    return this.#handWanted !== null;
  }

  /** @param {boolean} raised */
  raise(raised) {
    this.#handWanted = raised;
    this.#session.send({ type: 'raise-hand', raised });
  }

  /** @param {string} participant */
  lower(participant) {
    this.#session.send({ type: 'lower-hand', participant });
  }

  lowerAll() {
    this.#session.send({ type: 'lower-all-hands' });
  }

  /** @param {Reaction} reaction */
  react(reaction) {
    this.#session.send({ type: 'react', reaction });
  }

  /** @param {Draft} draft @param {boolean} open */
  savePoll({ id, question, options, multiple, anonymous }, open) {
    const filled = options.map((option) => option.trim()).filter(Boolean);
    this.#keep(`poll-save ${id}`, { type: 'poll-save', poll: id, question: question.trim(), options: filled, multiple, anonymous });
    if (open) this.openPoll(id);
    this.store.dispatch({ type: 'poll-form', form: null });
  }

  /** @param {string} poll */
  openPoll(poll) {
    this.#keep(`poll-open ${poll}`, { type: 'poll-open', poll });
  }

  /** @param {string} poll */
  closePoll(poll) {
    this.#keep(`poll-close ${poll}`, { type: 'poll-close', poll });
  }

  /** @param {string} poll */
  deletePoll(poll) {
    this.#keep(`poll-delete ${poll}`, { type: 'poll-delete', poll });
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
    this.#keep(`poll-vote ${poll}`, message);
  }

  /** Whether this tab could still change its vote. @param {string} poll */
  holdsBallot(poll) {
    return poll in this.#ballots.read();
  }

  /** @param {string} poll @returns {Promise<import('../protocol/messages.js').Vote[]>} */
  async voters(poll) {
    const known = this.store.state.polls.voters[poll];
    if (known) return [...known];
    const answer = /** @type {PollVoters} */ (await this.#ask({ type: 'poll-voter-list', poll }, (m) => m.type === 'poll-voters' && m.poll === poll));
    return answer.votes;
  }

  /** @param {string} key */
  tryAgain(key) {
    this.#unsent.again(key);
  }

  /** @param {string} key */
  drop(key) {
    this.#unsent.drop(key);
  }

  /** @param {string} key @param {ClientMessage} message @param {Note} [note] */
  #keep(key, message, note) {
    this.#unsent.add(key, message, note);
  }

  /** @param {ServerMessage} message */
  #heard(message) {
    const before = this.store.state;
    this.store.dispatch({ type: 'server', message });
    for (const key of settledBy(message)) this.#unsent.settled(key);
    for (const waiting of [...this.#waiting]) waiting(message);
    if (message.type === 'welcome') this.#welcome();
    else if (message.type === 'not-stored') this.#notStored(message);
    else if (message.type === 'failed') this.#unsent.failed(message.about ?? '', LATER.includes(message.code));
    else if (message.type === 'polls') this.#recallBallots();
    else if (message.type === 'participant-changed') this.#changed(before);
    this.dispatchEvent(new CustomEvent('heard', { detail: { message, before } }));
    if (message.type === 'hand-changed' && message.participant === before.self) this.#handWanted = null;
  }

  /** In another room other things are said; and who moderates now, or no more, knows other things of the rooms. @param {TalkState} before */
  #changed(before) {
    const { room, moderates } = this.store.state;
    if (room !== before.room || moderates !== before.moderates) this.#session.send({ type: 'catch-up' });
  }

  #welcome() {
    this.#session.send({ type: 'catch-up' });
    if (this.#handWanted !== null) this.raise(this.#handWanted);
    this.#unsent.connected();
  }

  /** @param {Extract<ServerMessage, {type: 'not-stored'}>} message */
  #notStored({ about, key, reason }) {
    const later = reason === 'unavailable' || reason === 'throttled';
    if (about === 'catch-up') this.#later(() => this.#session.send({ type: 'catch-up' }));
    else if (about === 'raise-hand') {
      const wanted = this.#handWanted;
      if (later && wanted !== null) this.#later(() => this.#handWanted === wanted && this.raise(wanted));
      else this.#handWanted = null;
    } else if (key) this.#unsent.notStored(`${about} ${key}`, reason);
  }

  /** @param {() => void} run */
  #later(run) {
    window.setTimeout(run, AGAIN);
  }

  /** The server does not know what somebody chose anonymously; their own tab does. */
  #recallBallots() {
    const ballots = this.#ballots.read();
    for (const poll of this.store.state.polls.polls) {
      if (poll.anonymous && poll.voted && ballots[poll.id]) this.store.dispatch({ type: 'poll-choices', poll: poll.id, choices: ballots[poll.id].choices });
    }
  }

  /** @param {ClientMessage} message @param {(answer: ServerMessage) => boolean} fits @returns {Promise<ServerMessage>} */
  #ask(message, fits) {
    return new Promise((resolve, reject) => {
      const send = () => this.#session.send(message) || end(() => reject(new Error('closed')));
      const listen = (/** @type {ServerMessage} */ answer) => {
        if (fits(answer)) end(() => resolve(answer));
        else if (answer.type === 'welcome') end(() => reject(new Error('closed')));
        else if (answer.type === 'not-stored' && answer.about === message.type) {
          if (answer.reason === 'throttled') window.setTimeout(send, 500);
          else end(() => reject(new Error(answer.reason)));
        } else if (answer.type === 'failed' && answer.about === message.type) end(() => reject(new Error(answer.code)));
      };
      const end = (/** @type {() => void} */ how) => {
        this.#waiting.delete(listen);
        how();
      };
      this.#waiting.add(listen);
      send();
    });
  }
}
