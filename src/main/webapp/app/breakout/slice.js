import { mayModerate, moveOf, nameOf, ownRoom, self } from '../state/people.js';

/**
 * Breakout rooms as this tab knows them. Pure. Who is where stands with each participant; no room is the main room.
 *
 * @import { BreakoutCall, BreakoutRoom, BreakoutState } from '../protocol/breakout.js'
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { Participant } from '../protocol/session.js'
 * @import { News } from '../state/notices.js'
 * @import { WithPeople } from '../state/people.js'
 * @import { Context } from '../state/slice.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @typedef {object} Breakout
 * @property {readonly BreakoutRoom[]} rooms
 * @property {boolean} open
 * @property {boolean} choose whether participants may go where they like
 * @property {{seconds: number} | null} left until everybody comes back, counted from when this object came
 * @property {Readonly<Record<string, string>>} assigned room by person
 * @property {readonly BreakoutCall[]} calls
 * @property {{by: string, text: string} | null} announced
 * @typedef {{type: 'announcement-read'} | {type: 'server', message: ServerMessage}} BreakoutAction
 * @typedef {Shared & {breakout: Breakout}} BreakoutView what views of this topic look at
 * @typedef {StoreOf<BreakoutView, SharedAction | BreakoutAction>} BreakoutStore
 */

export const breakoutSlice = {
  initial: /** @type {Breakout} */ ({ rooms: [], open: false, choose: false, left: null, assigned: {}, calls: [], announced: null }),

  /** @param {Breakout} breakout @param {BreakoutAction} action @param {Context} context @returns {Breakout} */
  reduce(breakout, action, context) {
    switch (action.type) {
      case 'announcement-read':
        return { ...breakout, announced: null };
      case 'server':
        return fromServer(breakout, action.message, context);
      default:
        return breakout;
    }
  },

  /** @param {Breakout} breakout @param {Breakout} _now @param {BreakoutAction} action @param {Context} context @returns {readonly News[]} */
  news(breakout, _now, action, context) {
    return action.type === 'server' ? newsOf(breakout, action.message, context) : [];
  },
};

/** @param {Breakout} breakout @param {ServerMessage} message @param {Context} context @returns {Breakout} */
function fromServer(breakout, message, context) {
  switch (message.type) {
    case 'breakout-state':
      return { ...breakout, ...roomsOf(message) };
    case 'breakout-announced':
      return message.by === context.people.self ? breakout : { ...breakout, announced: { by: nameOf(context, message.by), text: message.text } };
    default:
      return breakout;
  }
}

/** @param {BreakoutState} message @returns {Omit<Breakout, 'announced'>} */
function roomsOf({ rooms, open, choose, secondsLeft, assigned, calls }) {
  const left = secondsLeft === undefined || secondsLeft === null ? null : { seconds: secondsLeft };
  return { rooms, open, choose, left, assigned: Object.fromEntries(assigned.map((place) => [place.participant, place.room])), calls };
}

/** @param {Breakout} breakout @param {ServerMessage} message @param {Context} context @returns {readonly News[]} */
function newsOf(breakout, message, context) {
  switch (message.type) {
    case 'breakout-announced':
      return message.by === context.people.self ? [{ text: 'stage.breakout.announced', kind: 'good' }] : [];
    case 'breakout-ending':
      return [{ text: 'stage.breakout.ending', kind: 'warning' }];
    case 'participant-changed':
      return moved(breakout, message, context);
    default:
      return [];
  }
}

/** In the main room, where many are, those who come and go would be noise. @param {Breakout} breakout @param {ServerMessage} message @param {Context} context @returns {readonly News[]} */
function moved(breakout, message, context) {
  const move = moveOf(context.before.people, message);
  if (!move) return [];
  const { participant, from, to } = move;
  if (move.own) return [to ? { text: 'stage.breakout.now-in', values: [roomName({ breakout }, to)], kind: 'good' } : { text: 'stage.breakout.now-back', kind: 'good' }];
  const here = ownRoom(context);
  if (here === null || (to !== here && from !== here)) return [];
  return [{ text: to === here ? 'stage.breakout.came' : 'stage.breakout.went', values: [participant.name], quiet: true }];
}

/** @param {{breakout: Pick<Breakout, 'rooms'>}} state @param {string | null | undefined} id */
export function roomName({ breakout }, id) {
  return breakout.rooms.find((room) => room.id === id)?.name ?? '';
}

/** The same for all devices of somebody. @param {Participant} participant */
export function personOf(participant) {
  return participant.deviceOf ?? participant.id;
}

/** @typedef {WithPeople & {breakout: Breakout}} WithRooms */

/** Whether one may go there, as the server sees it, too. @param {WithRooms} state @param {string} room */
export function mayGo(state, room) {
  const me = self(state);
  if (!me || !state.breakout.open || ownRoom(state) === room) return false;
  return mayModerate(state) || state.breakout.choose || state.breakout.assigned[personOf(me)] === room;
}

/** The rooms that ask a moderator to come. A call ends with its caller. @param {WithRooms} state */
export function standingCalls(state) {
  if (!mayModerate(state)) return [];
  const here = ownRoom(state);
  return state.breakout.calls.filter((call) => call.room !== here && state.people.participants.some((p) => p.id === call.participant && p.room === call.room));
}

/** Whether one's own room has called for help. @param {WithRooms} state */
export function hasCalled(state) {
  const here = ownRoom(state);
  return here !== null && state.breakout.calls.some((call) => call.room === here);
}

/**
 * Names for more rooms, which go on from those that are there.
 *
 * @param {readonly BreakoutRoom[]} rooms
 * @param {number} count
 * @param {(number: number) => string} named
 */
export function nextNames(rooms, count, named) {
  const taken = new Set(rooms.map((room) => room.name));
  /** @type {string[]} */
  const names = [];
  for (let number = 1; names.length < count; number++) {
    if (!taken.has(named(number))) names.push(named(number));
  }
  return names;
}
