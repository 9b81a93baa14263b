/**
 * The wire, as docs/protocol.md has it. Types only: nothing here runs. Enums are lower kebab-case, absent means null.
 *
 * @typedef {'camera' | 'screen'} MediaSource
 * @typedef {'creator' | 'moderator' | 'participant'} Role
 * @typedef {{candidate: string, mid: string, line: number}} Candidate
 * @typedef {{slot: number, participant: string, source: MediaSource, height: number}} Wish
 * @typedef {{slot: number, participant: string, source: MediaSource}} SlotView
 * @typedef {{urls: string[], username?: string | null, credential?: string | null}} IceServer
 * @typedef {{slots: number, audioSlots: number, resumeSeconds: number}} Limits
 * @typedef {{name: string, code: string, link: string}} MeetingInfo
 * @typedef {{id: string, name: string, role: Role, microphone: boolean, camera: boolean, connected: boolean,
 *   publishing: MediaSource[], deviceOf?: string | null}} Participant
 * @typedef {'lobby' | 'locked' | 'wait-for-moderator' | 'start-muted' | 'start-camera-off' | 'unmute' | 'camera' | 'share' | 'chat' | 'reactions'
 *   | 'reaction-sounds' | 'rename'} RoomSwitch
 * @typedef {{id: string, name: string}} Knock
 */

/**
 * @typedef {{type: 'join', name: string, microphone: boolean, camera: boolean, resume?: string, password?: string, device?: string}
 *   | {type: 'leave'}
 *   | {type: 'ping', sent: number}
 *   | {type: 'set-devices', microphone: boolean, camera: boolean}
 *   | {type: 'publish', source: MediaSource, epoch: number, offer: string}
 *   | {type: 'unpublish', source: MediaSource}
 *   | {type: 'receive', slot: number, epoch: number, offer: string}
 *   | {type: 'close-slot', slot: number}
 *   | {type: 'publish-candidate', source: MediaSource, epoch: number, candidate: Candidate}
 *   | {type: 'slot-candidate', slot: number, epoch: number, candidate: Candidate}
 *   | {type: 'view', wishes: Wish[]}
 *   | {type: 'speech', speaking: boolean, level: number}
 *   | {type: 'link-device'}
 *   | {type: 'admit' | 'refuse', knock: string}
 *   | {type: 'admit-all'}
 *   | {type: 'mute' | 'stop-video' | 'allow-devices' | 'promote' | 'demote', participant: string}
 *   | {type: 'mute-all' | 'stop-all-videos' | 'end-meeting'}
 *   | {type: 'remove', participant: string, block: boolean}
 *   | {type: 'set-switch', which: RoomSwitch, on: boolean}
 *   | {type: 'set-password', password?: string}
 *   | {type: 'spotlight', participant?: string}
 *   | {type: 'lead', on: boolean}
 *   | {type: 'lead-view', layout: string, participant?: string, again: boolean}} ClientMessage
 */

/**
 * @typedef {'not-found' | 'full' | 'bad-name' | 'throttled' | 'unavailable' | 'password-needed' | 'wrong-password' | 'locked' | 'declined'
 *   | 'blocked' | 'over'} RefusedReason
 * @typedef {'left' | 'taken-over' | 'removed' | 'over'} EndedReason
 * @typedef {{type: 'welcome', self: string, resume: string, meeting: MeetingInfo, participants: Participant[],
 *   viewing: SlotView[], iceServers: IceServer[], limits: Limits, epoch: number, mediaAvailable: boolean}} Welcome
 * @typedef {{type: 'follow-view', layout: string, participant?: string | null, again: boolean}} FollowView
 * @typedef {{type: 'device-link', link: string, qr: string, size: number, seconds: number}} DeviceLink
 * @typedef {Welcome
 *   | {type: 'refused', reason: RefusedReason}
 *   | {type: 'waiting', reason: 'lobby' | 'moderator'}
 *   | {type: 'knocking', people: Knock[]}
 *   | {type: 'room-state', on: RoomSwitch[], password: boolean, spotlight?: string | null, leader?: string | null}
 *   | FollowView
 *   | DeviceLink
 *   | {type: 'participant-joined', participant: Participant}
 *   | {type: 'participant-changed', participant: Participant}
 *   | {type: 'participant-left', participant: string}
 *   | {type: 'published', source: MediaSource, epoch: number, answer: string}
 *   | {type: 'receiving', slot: number, epoch: number, answer: string}
 *   | {type: 'publish-candidate', source: MediaSource, epoch: number, candidate: Candidate}
 *   | {type: 'slot-candidate', slot: number, epoch: number, candidate: Candidate}
 *   | {type: 'viewing', slots: SlotView[]}
 *   | {type: 'peer-failed', source?: MediaSource | null, slot?: number | null, epoch: number}
 *   | {type: 'media-reset', epoch: number, available: boolean}
 *   | {type: 'speaking', participant: string, speaking: boolean}
 *   | {type: 'dominant-speaker', participant?: string | null}
 *   | {type: 'muted' | 'video-stopped' | 'devices-allowed', by: string}
 *   | {type: 'pong', sent: number}
 *   | {type: 'ended', reason: EndedReason}
 *   | {type: 'failed', code: string, about?: string | null}} ServerMessage
 */

export {};
