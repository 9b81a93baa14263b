/**
 * Coming in, being here and going. As docs/protocol/session.md has it. Types only.
 *
 * @import { IceServer, Limits, MediaReach, MediaSource, SlotView } from './stream.js'
 * @typedef {'creator' | 'moderator' | 'participant'} Role
 * @typedef {{name: string, code: string, link: string}} Meeting
 * @typedef {{id: string, name: string, role: Role, microphone: boolean, camera: boolean, connected: boolean, publishing: MediaSource[],
 *   deviceOf?: string | null, room?: string | null, reach: MediaReach, account: boolean, admin: boolean}} Participant
 * @typedef {'not-found' | 'full' | 'bad-name' | 'throttled' | 'unavailable' | 'password-needed' | 'wrong-password' | 'locked' | 'too-many-devices' | 'declined' |
 *   'blocked' | 'over'} RefusedReason
 * @typedef {'left' | 'taken-over' | 'removed' | 'over' | 'signed-out'} EndedReason
 * @typedef {{type: 'welcome', self: string, resume: string, meeting: Meeting, participants: Participant[], viewing: SlotView[],
 *   iceServers: IceServer[], limits: Limits, epoch: number, mediaAvailable: boolean}} Welcome
 * @typedef {{type: 'join', name: string, microphone: boolean, camera: boolean, resume?: string, password?: string, device?: string}
 *   | {type: 'leave'}
 *   | {type: 'ping', sent: number}
 *   | {type: 'catch-up'}} SessionAsk
 * @typedef {Welcome
 *   | {type: 'refused', reason: RefusedReason}
 *   | {type: 'waiting', reason: 'lobby' | 'moderator'}
 *   | {type: 'participant-joined', participant: Participant}
 *   | {type: 'participant-changed', participant: Participant}
 *   | {type: 'participant-left', participant: string}
 *   | {type: 'pong', sent: number}
 *   | {type: 'ended', reason: EndedReason}} SessionTold
 */

export {};
