import { notice } from '../state/notice.js';
import { mayModerate, nameOf } from '../state/who.js';

/**
 * Breakout rooms as this tab knows them. Pure. Who is where stands with each participant; no room is the main room.
 *
 * @import { BreakoutCall, BreakoutRoom, Participant, ServerMessage } from '../protocol/messages.js'
 * @import { MeetingState } from '../state/meeting.js'
 * @typedef {object} Breakout
 * @property {readonly BreakoutRoom[]} rooms
 * @property {boolean} open
 * @property {boolean} choose whether participants may go where they like
 * @property {{seconds: number} | null} left until everybody comes back, counted from when this object came
 * @property {Readonly<Record<string, string>>} assigned room by person
 * @property {readonly BreakoutCall[]} calls
 * @property {{by: string, text: string} | null} announced
 */

/** @type {Breakout} */
export const NO_ROOMS = { rooms: [], open: false, choose: false, left: null, assigned: {}, calls: [], announced: null };

/** @param {MeetingState} state @param {ServerMessage} message @returns {MeetingState | null} null when it is about something else */
export function inRooms(state, message) {
  switch (message.type) {
    case 'breakout-state':
      return { ...state, breakout: { ...state.breakout, ...roomsOf(message) } };
    case 'breakout-announced':
      return message.by === state.self
        ? notice(state, 'stage.breakout.announced', [], 'good')
        : { ...state, breakout: { ...state.breakout, announced: { by: nameOf(state, message.by), text: message.text } } };
    case 'breakout-ending':
      return notice(state, 'stage.breakout.ending', [], 'warning');
    default:
      return null;
  }
}

/** @param {import('../protocol/messages.js').BreakoutState} message @returns {Omit<Breakout, 'announced'>} */
function roomsOf({ rooms, open, choose, secondsLeft, assigned, calls }) {
  const left = secondsLeft === undefined || secondsLeft === null ? null : { seconds: secondsLeft };
  return { rooms, open, choose, left, assigned: Object.fromEntries(assigned.map((place) => [place.participant, place.room])), calls };
}

/**
 * What follows when somebody, or oneself, went into another room: other people are on the stage.
 *
 * @param {MeetingState} next
 * @param {MeetingState} before
 * @returns {MeetingState}
 */
export function movedAbout(next, before) {
  const here = ownRoom(next);
  if (here !== ownRoom(before)) {
    const arrived = { ...next, pinned: null, page: 0, dominant: null, speaking: {}, following: false };
    return here ? notice(arrived, 'stage.breakout.now-in', [roomName(next, here)], 'good') : notice(arrived, 'stage.breakout.now-back', [], 'good');
  }
  const was = new Map(before.participants.map((p) => [p.id, p.room ?? null]));
  const moved = next.participants.find((p) => was.has(p.id) && was.get(p.id) !== (p.room ?? null));
  if (!moved) return next;
  const quiet = { ...next, speaking: { ...next.speaking, [moved.id]: false }, pinned: next.pinned?.startsWith(moved.id) ? null : next.pinned };
  if (here === null) return quiet;
  if ((moved.room ?? null) === here) return notice(quiet, 'stage.breakout.came', [moved.name], 'info', true);
  return was.get(moved.id) === here ? notice(quiet, 'stage.breakout.went', [moved.name], 'info', true) : quiet;
}

/** @param {Pick<MeetingState, 'participants' | 'self'>} state @returns {string | null} */
export function ownRoom({ participants, self }) {
  return participants.find((p) => p.id === self)?.room ?? null;
}

/** Everybody in the same room, oneself included. @param {Pick<MeetingState, 'participants' | 'self'>} state */
export function together(state) {
  const here = ownRoom(state);
  return state.participants.filter((p) => (p.room ?? null) === here);
}

/** @param {Pick<MeetingState, 'participants'>} state @param {string | null} room @returns {Participant[]} */
export function peopleIn({ participants }, room) {
  return participants.filter((p) => (p.room ?? null) === room);
}

/** @param {Pick<MeetingState, 'breakout'>} state @param {string | null | undefined} id */
export function roomName({ breakout }, id) {
  return breakout.rooms.find((room) => room.id === id)?.name ?? '';
}

/** The same for all devices of somebody. @param {Participant} participant */
export function personOf(participant) {
  return participant.deviceOf ?? participant.id;
}

/** Whether one may go there, as the server sees it, too. @param {MeetingState} state @param {string} room */
export function mayGo(state, room) {
  const me = state.participants.find((p) => p.id === state.self);
  if (!me || !state.breakout.open || ownRoom(state) === room) return false;
  return mayModerate(state) || state.breakout.choose || state.breakout.assigned[personOf(me)] === room;
}

/** The rooms that ask a moderator to come. A call ends with its caller. @param {MeetingState} state */
export function standingCalls(state) {
  if (!mayModerate(state)) return [];
  const here = ownRoom(state);
  return state.breakout.calls.filter((call) => call.room !== here && state.participants.some((p) => p.id === call.participant && p.room === call.room));
}

/** Whether one's own room has called for help. @param {MeetingState} state */
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

/** Minutes and seconds. @param {number} seconds */
export function clock(seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  const hours = Math.floor(whole / 3600);
  const rest = [Math.floor((whole % 3600) / 60), whole % 60].map((part) => String(part).padStart(2, '0'));
  return (hours > 0 ? [hours, ...rest] : rest).join(':');
}
