/**
 * What holds in the room, and what moderators did to us. Pure.
 *
 * @import { Participant, RoomSwitch, ServerMessage } from '../protocol/messages.js'
 * @import { Layout, MeetingState } from '../state/meeting.js'
 * @typedef {{on: readonly RoomSwitch[], password: boolean, spotlight: string | null, leader: string | null}} Room
 */

/** @type {Room} */
export const OPEN_ROOM = { on: ['unmute', 'camera', 'share', 'chat', 'reactions', 'reaction-sounds', 'rename'], password: false, spotlight: null, leader: null };

/** @type {readonly Layout[]} */
const LAYOUTS = ['auto', 'grid', 'speaker', 'side'];

/** @param {MeetingState} state @param {ServerMessage} message @returns {MeetingState | null} null when it is about something else */
export function inTheRoom(state, message) {
  switch (message.type) {
    case 'room-state':
      return roomState(state, { on: message.on, password: message.password, spotlight: message.spotlight ?? null, leader: message.leader ?? null });
    case 'follow-view':
      return follow(state, message);
    case 'device-link':
      return { ...state, deviceLink: message };
    default:
      return null;
  }
}

/** Leading is over, or somebody else's: everybody is free to look at what they like until they are led again. @param {MeetingState} state @param {Room} room @returns {MeetingState} */
function roomState(state, room) {
  const changed = room.leader !== state.room.leader;
  return { ...state, room, following: changed ? room.leader !== null && room.leader !== state.self : state.following };
}

/** @param {MeetingState} state @param {import('../protocol/messages.js').FollowView} view @returns {MeetingState} */
function follow(state, { layout, participant, again }) {
  if (state.room.leader === state.self || (!state.following && !again)) return state;
  const known = LAYOUTS.find((name) => name === layout);
  return { ...state, following: true, layout: known ?? state.layout, pinned: participant ?? null, page: 0 };
}

/**
 * @param {Pick<MeetingState, 'room' | 'participants' | 'self'>} state
 * @param {RoomSwitch} what
 * @returns {boolean} whether this tab's participant may do it
 */
export function permits({ room, participants, self }, what) {
  const role = participants.find((p) => p.id === self)?.role;
  return role === 'creator' || role === 'moderator' || room.on.includes(what);
}

/**
 * What one may do to somebody, as the server sees it, too.
 *
 * @param {MeetingState} state
 * @param {Participant} participant
 */
export function actionsOn(state, participant) {
  const me = state.participants.find((p) => p.id === state.self);
  const moderates = me?.role === 'creator' || me?.role === 'moderator';
  const own = participant.id === state.self || (participant.deviceOf ?? participant.id) === (me?.deviceOf ?? me?.id);
  const held = !state.room.on.includes('unmute') || !state.room.on.includes('camera');
  return {
    rename: participant.id === state.self && permits(state, 'rename'),
    mute: moderates && !own && participant.microphone,
    stopVideo: moderates && !own && participant.camera,
    allow: moderates && !own && participant.role === 'participant' && held,
    promote: moderates && participant.role === 'participant',
    demote: moderates && participant.role === 'moderator' && state.participants.filter((p) => p.role !== 'participant' && !p.deviceOf).length > 1,
    spotlight: moderates && state.room.spotlight !== participant.id,
    noSpotlight: moderates && state.room.spotlight === participant.id,
    remove: moderates && !own && participant.role !== 'creator',
  };
}
