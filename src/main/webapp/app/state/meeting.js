import { CLOSED_DOOR, atTheDoor } from '../door/door.js';
import { NO_ROOMS, inRooms, movedAbout, together } from '../breakout/breakout.js';
import { OPEN_ROOM, inTheRoom, permits } from '../moderation/room.js';
import { notice } from './notice.js';
import { nameOf } from './who.js';

export { mayModerate, nameOf, self } from './who.js';

/**
 * The meeting as this tab knows it. Pure: what happens to the state on each action.
 *
 * @import { IceServer, Limits, MeetingInfo, Participant, RefusedReason, ServerMessage, SlotView, MediaReach, LinkQuality } from '../protocol/messages.js'
 * @import { ConnectionState } from '../protocol/connection.js'
 * @import { DeviceLink } from '../protocol/messages.js'
 * @import { Breakout } from '../breakout/breakout.js'
 * @import { Door } from '../door/door.js'
 * @import { Room } from '../moderation/room.js'
 * @typedef {'starting' | 'prejoin' | 'joining' | 'waiting' | 'meeting' | 'left' | 'taken-over' | 'removed' | 'over' | 'refused'} Phase
 * @typedef {'good' | 'fair' | 'poor'} Quality
 * @typedef {'auto' | 'grid' | 'speaker' | 'side'} Layout `auto`: a grid, and a shared screen large while there is one
 * @typedef {'invite' | 'shortcuts' | 'settings' | 'share-trouble' | 'rename' | 'room' | 'breakout' | 'connection' | 'link'} DialogName
 * @typedef {{what: 'remove', participant: string} | {what: 'mute-all' | 'end'} | {what: 'delete-room', room: string}} Ask what somebody wants to do that concerns others and cannot be undone
 * @typedef {{id: number, kind: 'info' | 'warning' | 'good', text: string, values: string[], quiet: boolean}} Notice
 * @typedef {object} MeetingState
 * @property {Phase} phase
 * @property {RefusedReason | null} refused
 * @property {Door} door
 * @property {Room} room
 * @property {Breakout} breakout
 * @property {boolean} following whether this tab shows what the leader of the view shows
 * @property {DeviceLink | null} deviceLink the latest link for a second device
 * @property {Ask | null} ask
 * @property {ConnectionState} connection
 * @property {MeetingInfo} meeting
 * @property {string | null} self
 * @property {readonly Participant[]} participants in the order of joining
 * @property {Readonly<Record<string, boolean>>} speaking
 * @property {string | null} dominant
 * @property {readonly SlotView[]} viewing
 * @property {Limits} limits
 * @property {readonly IceServer[]} iceServers
 * @property {number} epoch
 * @property {boolean} mediaAvailable
 * @property {boolean} mediaSeen whether it ever was
 * @property {MediaReach} reach whether sound and picture reach this tab
 * @property {Readonly<Record<string, LinkQuality>>} links how good the way between somebody and the media server is: one's own, and those that moderators are told
 * @property {string | null} linkOf whose link the dialog shows
 * @property {boolean} soundBlocked the browser wants a click before it plays sound
 * @property {Readonly<Record<string, Quality>>} quality by participant
 * @property {Layout} layout
 * @property {string | null} pinned key of the seat that the reader holds large, for oneself alone
 * @property {readonly string[]} shares who shares a screen, the latest to begin first
 * @property {number} page of the grid or the strip
 * @property {'people' | null} panel
 * @property {'chat' | 'polls' | null} dock what is open at the left
 * @property {DialogName | null} dialog
 * @property {boolean} inviteCard
 * @property {readonly Notice[]} notices
 * @property {number} noticed
 */

/**
 * @typedef {{type: 'server', message: ServerMessage}
 *   | {type: 'phase', phase: Phase}
 *   | {type: 'connection', connection: ConnectionState}
 *   | {type: 'layout', layout: Layout}
 *   | {type: 'pin', seat: string | null}
 *   | {type: 'page', page: number}
 *   | {type: 'panel', panel: 'people' | null}
 *   | {type: 'dock', dock: 'chat' | 'polls' | null}
 *   | {type: 'dialog', dialog: DialogName | null}
 *   | {type: 'ask', ask: Ask | null}
 *   | {type: 'invite-card', open: boolean}
 *   | {type: 'announcement-read'}
 *   | {type: 'quality', participant: string, quality: Quality}
 *   | {type: 'reach', reach: MediaReach}
 *   | {type: 'own-link', link: LinkQuality}
 *   | {type: 'link-of', participant: string}
 *   | {type: 'sound-blocked', blocked: boolean}
 *   | {type: 'notice', kind?: 'info' | 'warning' | 'good', text: string, values?: string[], quiet?: boolean}
 *   | {type: 'notice-over', id: number}} Action
 */

/**
 * @param {string} name of the meeting
 * @param {boolean} [password] whether it asks for one
 * @returns {MeetingState}
 */
export function initialState(name, password = false) {
  return {
    phase: 'starting',
    refused: null,
    door: password ? { ...CLOSED_DOOR, password: 'needed' } : CLOSED_DOOR,
    room: OPEN_ROOM,
    breakout: NO_ROOMS,
    following: false,
    deviceLink: null,
    ask: null,
    connection: 'closed',
    meeting: { name, code: '', link: '' },
    self: null,
    participants: [],
    speaking: {},
    dominant: null,
    viewing: [],
    limits: { slots: 9, audioSlots: 3, resumeSeconds: 60 },
    iceServers: [],
    epoch: 0,
    mediaAvailable: true,
    mediaSeen: false,
    reach: 'fine',
    links: {},
    linkOf: null,
    soundBlocked: false,
    quality: {},
    layout: 'auto',
    pinned: null,
    shares: [],
    page: 0,
    panel: null,
    dock: null,
    dialog: null,
    inviteCard: true,
    notices: [],
    noticed: 0,
  };
}

/**
 * @param {MeetingState} state
 * @param {Action} action
 * @returns {MeetingState}
 */
export function reduce(state, action) {
  switch (action.type) {
    case 'server':
      return fromServer(state, action.message);
    case 'phase':
      return { ...state, phase: action.phase, dialog: null, panel: null, dock: null, ask: null };
    case 'connection':
      return connection(state, action.connection);
    case 'layout':
      return { ...state, layout: action.layout, pinned: null, page: 0, following: false };
    case 'pin':
      return { ...state, pinned: action.seat, page: 0, following: false };
    case 'page':
      return { ...state, page: Math.max(0, action.page) };
    case 'panel':
      return { ...state, panel: action.panel };
    case 'dock':
      return { ...state, dock: action.dock };
    case 'dialog':
      return { ...state, dialog: action.dialog };
    case 'ask':
      return { ...state, ask: action.ask };
    case 'invite-card':
      return { ...state, inviteCard: action.open };
    case 'announcement-read':
      return { ...state, breakout: { ...state.breakout, announced: null } };
    case 'quality':
      if (state.quality[action.participant] === action.quality) return state;
      return { ...state, quality: { ...state.quality, [action.participant]: action.quality } };
    case 'reach':
      return reach(state, action.reach);
    case 'own-link':
      return state.self ? { ...state, links: { ...state.links, [state.self]: action.link } } : state;
    case 'link-of':
      return { ...state, dialog: 'link', linkOf: action.participant };
    case 'sound-blocked':
      return state.soundBlocked === action.blocked ? state : { ...state, soundBlocked: action.blocked };
    case 'notice':
      return notice(state, action.text, action.values, action.kind, action.quiet);
    case 'notice-over':
      return { ...state, notices: state.notices.filter((n) => n.id !== action.id) };
  }
}

/** While the server is away, nothing is known of firewalls. @param {MeetingState} state @param {MediaReach} next @returns {MeetingState} */
function reach(state, next) {
  if (next === state.reach || (next === 'blocked' && !(state.mediaAvailable && state.connection === 'open'))) return state;
  return { ...state, reach: next };
}

/** @param {MeetingState} state @param {ConnectionState} next @returns {MeetingState} */
function connection(state, next) {
  const back = next === 'open' && state.connection === 'reconnecting';
  const changed = { ...state, connection: next };
  return back ? notice(changed, 'stage.connection.back', [], 'good') : changed;
}

/** @param {MeetingState} state @param {ServerMessage} message @returns {MeetingState} */
function fromServer(state, message) {
  return atTheDoor(state, message) ?? inTheRoom(state, message) ?? inRooms(state, message) ?? inTheMeeting(state, message);
}

/** @param {MeetingState} state @param {ServerMessage} message @returns {MeetingState} */
function inTheMeeting(state, message) {
  switch (message.type) {
    case 'welcome':
      return {
        ...state,
        phase: 'meeting',
        door: CLOSED_DOOR,
        self: message.self,
        meeting: message.meeting,
        participants: message.participants,
        shares: sharesAmong(state.shares, together(message)),
        viewing: message.viewing,
        iceServers: message.iceServers,
        limits: message.limits,
        epoch: message.epoch,
        mediaAvailable: message.mediaAvailable,
        mediaSeen: state.mediaSeen || message.mediaAvailable,
        speaking: {},
      };
    case 'ended':
      return { ...state, phase: message.reason };
    case 'participant-joined':
      return joined(state, message.participant);
    case 'participant-changed':
      return changed(state, message.participant);
    case 'participant-left':
      return left(state, message.participant);
    case 'link-reported':
      return { ...state, links: { ...state.links, [message.participant]: message.link } };
    case 'viewing':
      return { ...state, viewing: message.slots };
    case 'media-reset':
      return mediaReset(state, message.epoch, message.available);
    case 'ice-servers':
      return { ...state, iceServers: message.iceServers };
    case 'speaking':
      return { ...state, speaking: { ...state.speaking, [message.participant]: message.speaking } };
    case 'dominant-speaker':
      return { ...state, dominant: message.participant ?? null };
    case 'muted':
      return notice(state, permits(state, 'unmute') ? 'stage.notice.muted' : 'stage.notice.muted.held', [nameOf(state, message.by)], 'warning');
    case 'video-stopped':
      return notice(state, permits(state, 'camera') ? 'stage.notice.video-stopped' : 'stage.notice.video-stopped.held', [nameOf(state, message.by)], 'warning');
    case 'devices-allowed':
      return notice(state, 'stage.notice.devices-allowed', [nameOf(state, message.by)], 'good');
    case 'failed':
      return message.code === 'forbidden' ? notice(state, 'stage.notice.forbidden', [], 'warning') : state;
    default:
      return state;
  }
}

/** @param {MeetingState} state @param {Participant} participant @returns {MeetingState} */
function joined(state, participant) {
  const others = state.participants.filter((p) => p.id !== participant.id);
  const changed = { ...state, participants: [...others, participant] };
  return participant.id === state.self ? changed : notice(changed, 'stage.notice.joined', [participant.name], 'info', true);
}

/** @param {MeetingState} state @param {Participant} participant @returns {MeetingState} */
function changed(state, participant) {
  const participants = state.participants.map((p) => (p.id === participant.id ? participant : p));
  const next = movedAbout({ ...state, participants, shares: sharesAmong(state.shares, together({ ...state, participants })) }, state);
  const begins = !state.shares.includes(participant.id) && next.shares.includes(participant.id);
  return begins && participant.id !== state.self ? notice(next, 'stage.notice.shares', [participant.name], 'info', true) : next;
}

/** Who shares, in order: whoever begins comes first. @param {readonly string[]} before @param {readonly Participant[]} participants */
function sharesAmong(before, participants) {
  const now = participants.filter((p) => p.publishing.includes('screen')).map((p) => p.id);
  if (now.length === before.length && now.every((id) => before.includes(id))) return before;
  return [...now.filter((id) => !before.includes(id)), ...before.filter((id) => now.includes(id))];
}

/** @param {MeetingState} state @param {string} id @returns {MeetingState} */
function left(state, id) {
  const name = nameOf(state, id);
  const changed = {
    ...state,
    participants: state.participants.filter((p) => p.id !== id),
    shares: state.shares.filter((sharer) => sharer !== id),
    pinned: state.pinned?.startsWith(id) ? null : state.pinned,
    viewing: state.viewing.filter((view) => view.participant !== id),
    dominant: state.dominant === id ? null : state.dominant,
  };
  return notice(changed, 'stage.notice.left', [name], 'info', true);
}

/** @param {MeetingState} state @param {number} epoch @param {boolean} available @returns {MeetingState} */
function mediaReset(state, epoch, available) {
  /** @type {MediaReach} */
  const reachNow = state.reach === 'blocked' && !available ? 'fine' : state.reach;
  const changed = { ...state, epoch, mediaAvailable: available, mediaSeen: state.mediaSeen || available, reach: reachNow };
  return available && !state.mediaAvailable && state.mediaSeen ? notice(changed, 'stage.media.back', [], 'good') : changed;
}

/** Those in the same room whom one sees and hears. @param {MeetingState} state */
export function others(state) {
  return together(state).filter((p) => p.id !== state.self);
}

/** Whether a camera of an earlier connection is still there. @param {import('../protocol/messages.js').Welcome} welcome */
export function publishesCamera(welcome) {
  return welcome.participants.some((p) => p.id === welcome.self && p.publishing.includes('camera'));
}
