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
 *   publishing: MediaSource[]}} Participant
 */

/**
 * @typedef {{type: 'join', name: string, microphone: boolean, camera: boolean, resume?: string}
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
 *   | {type: 'mute', participant: string}} ClientMessage
 */

/**
 * @typedef {'not-found' | 'full' | 'bad-name' | 'throttled' | 'unavailable'} RefusedReason
 * @typedef {'left' | 'taken-over'} EndedReason
 * @typedef {{type: 'welcome', self: string, resume: string, meeting: MeetingInfo, participants: Participant[],
 *   viewing: SlotView[], iceServers: IceServer[], limits: Limits, epoch: number, mediaAvailable: boolean}} Welcome
 * @typedef {Welcome
 *   | {type: 'refused', reason: RefusedReason}
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
 *   | {type: 'muted', by: string}
 *   | {type: 'pong', sent: number}
 *   | {type: 'ended', reason: EndedReason}
 *   | {type: 'failed', code: string, about?: string | null}} ServerMessage
 */

export {};
