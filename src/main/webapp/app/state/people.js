/**
 * The participants, the speakers and the shared screens. Pure. Each participant has a room; none is the main room.
 *
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { Participant } from '../protocol/session.js'
 * @import { News } from './notices.js'
 * @typedef {object} People
 * @property {string | null} self
 * @property {readonly Participant[]} participants in the order of joining
 * @property {readonly string[]} shares who in one's own room shares a screen, the latest to begin first
 * @property {Readonly<Record<string, boolean>>} speaking
 * @property {string | null} dominant
 * @typedef {{type: 'server', message: ServerMessage}} PeopleAction
 * @typedef {{participant: Participant, own: boolean, from: string | null, to: string | null}} Move from one room to another
 */

export const peopleSlice = {
  initial: /** @type {People} */ ({ self: null, participants: [], shares: [], speaking: {}, dominant: null }),

  /** @param {People} people @param {PeopleAction} action @returns {People} */
  reduce(people, action) {
    return action.type === 'server' ? fromServer(people, action.message) : people;
  },

  /** @param {People} before @param {People} now @param {PeopleAction} action @returns {readonly News[]} */
  news(before, now, action) {
    return action.type === 'server' ? newsOf(before, now, action.message) : [];
  },
};

/** @param {People} people @param {ServerMessage} message @returns {People} */
function fromServer(people, message) {
  switch (message.type) {
    case 'welcome': {
      const { self, participants } = message;
      return { ...people, self, participants, shares: sharesAmong(people.shares, together({ people: { self, participants } })), speaking: {} };
    }
    case 'participant-joined':
      return { ...people, participants: [...people.participants.filter((p) => p.id !== message.participant.id), message.participant] };
    case 'participant-changed':
      return changed(people, message.participant, moveOf(people, message));
    case 'participant-left':
      return left(people, message.participant);
    case 'speaking':
      return { ...people, speaking: { ...people.speaking, [message.participant]: message.speaking } };
    case 'dominant-speaker':
      return { ...people, dominant: message.participant ?? null };
    default:
      return people;
  }
}

/** A participant who moves to another room counts as silent. @param {People} people @param {Participant} participant @param {Move | null} move @returns {People} */
function changed(people, participant, move) {
  const participants = people.participants.map((p) => (p.id === participant.id ? participant : p));
  const shares = sharesAmong(people.shares, together({ people: { ...people, participants } }));
  if (move?.own) return { ...people, participants, shares, speaking: {}, dominant: null };
  return { ...people, participants, shares, speaking: move ? { ...people.speaking, [participant.id]: false } : people.speaking };
}

/** @param {People} people @param {string} id @returns {People} */
function left(people, id) {
  return {
    ...people,
    participants: people.participants.filter((p) => p.id !== id),
    shares: people.shares.filter((sharer) => sharer !== id),
    dominant: people.dominant === id ? null : people.dominant,
  };
}

/** The sharing participants, the latest first. @param {readonly string[]} before @param {readonly Participant[]} participants */
function sharesAmong(before, participants) {
  const now = participants.filter((p) => p.publishing.includes('screen')).map((p) => p.id);
  if (now.length === before.length && now.every((id) => before.includes(id))) return before;
  return [...now.filter((id) => !before.includes(id)), ...before.filter((id) => now.includes(id))];
}

/** @param {People} before @param {People} now @param {ServerMessage} message @returns {readonly News[]} */
function newsOf(before, now, message) {
  switch (message.type) {
    case 'participant-joined': {
      const { id, name } = message.participant;
      return id === before.self ? [] : [{ text: 'stage.notice.joined', values: [name], quiet: true }];
    }
    case 'participant-changed': {
      const { id, name } = message.participant;
      const begins = id !== before.self && !before.shares.includes(id) && now.shares.includes(id);
      return begins ? [{ text: 'stage.notice.shares', values: [name], quiet: true }] : [];
    }
    case 'participant-left':
      return [{ text: 'stage.notice.left', values: [nameOf({ people: before }, message.participant)], quiet: true }];
    default:
      return [];
  }
}

/** Where a message says that somebody went, if anywhere. @param {People} before @param {ServerMessage} message @returns {Move | null} */
export function moveOf(before, message) {
  if (message.type !== 'participant-changed') return null;
  const { participant } = message;
  const known = before.participants.find((p) => p.id === participant.id);
  const [from, to] = [known?.room ?? null, participant.room ?? null];
  return known && from !== to ? { participant, own: participant.id === before.self, from, to } : null;
}

/** @param {{people: Pick<People, 'participants'>}} state @param {string} id */
export function nameOf({ people }, id) {
  return people.participants.find((p) => p.id === id)?.name ?? '';
}

/** @typedef {{people: Pick<People, 'self' | 'participants'>}} WithPeople what holds the people, as the whole state does */

/** @param {WithPeople} state */
export function self({ people }) {
  return people.participants.find((p) => p.id === people.self);
}

/** @param {WithPeople} state */
export function mayModerate(state) {
  const role = self(state)?.role;
  return role === 'creator' || role === 'moderator';
}

/** The room one is in; null: the main room. @param {WithPeople} state @returns {string | null} */
export function ownRoom(state) {
  return self(state)?.room ?? null;
}

/** Everybody in the same room, oneself included. @param {WithPeople} state */
export function together(state) {
  return peopleIn(state, ownRoom(state));
}

/** The other participants in the reader's room. @param {WithPeople} state */
export function others(state) {
  return together(state).filter((p) => p.id !== state.people.self);
}

/** @param {WithPeople} state @param {string | null} room */
export function peopleIn({ people }, room) {
  return people.participants.filter((p) => (p.room ?? null) === room);
}
