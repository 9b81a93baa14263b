/**
 * The wire, as docs/protocol has it. Types only: nothing here runs. Enums are lower kebab-case, absent means null.
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
 *   publishing: MediaSource[], deviceOf?: string | null, room?: string | null, reach: MediaReach}} Participant
 * @typedef {'fine' | 'blocked' | 'unsupported'} MediaReach
 * @typedef {'udp' | 'tcp' | 'relay' | 'none'} LinkPath
 * @typedef {{path: LinkPath, roundTrip: number, lostUp: number, lostDown: number, up: number, down: number, height: number}} LinkQuality
 * @typedef {'lobby' | 'locked' | 'wait-for-moderator' | 'start-muted' | 'start-camera-off' | 'unmute' | 'camera' | 'share' | 'chat' | 'reactions'
 *   | 'reaction-sounds' | 'rename'} RoomSwitch
 * @typedef {{id: string, name: string}} Knock
 * @typedef {'switched-off' | 'no-camera' | 'stopped'} ShareBarrier
 */

/**
 * @typedef {'thumbs-up' | 'thumbs-down' | 'clap' | 'heart' | 'laugh' | 'wow' | 'sad' | 'party'} Reaction
 * @typedef {{participant: string, since: number}} Hand
 * @typedef {{id: number, name: string, text: string}} ChatQuote
 * @typedef {{id: number, sender: string, name: string, sentAt: number, text: string, to?: string | null, toName?: string | null,
 *   quote?: ChatQuote | null, edited: boolean, removed?: 'sender' | 'moderator' | null, key: string, room?: string | null}} ChatEntry
 * @typedef {{id: string, author: string, name: string, question: string, options: string[], multiple: boolean, anonymous: boolean,
 *   state: 'draft' | 'open' | 'closed', votes: number[], voters: number, voted?: boolean | null, chosen?: number[] | null}} Poll
 * @typedef {{name: string, choices: number[]}} Vote
 * @typedef {'unavailable' | 'throttled' | 'locked' | 'not-found' | 'forbidden' | 'unusable' | 'too-many'} NotStoredReason
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
 *   | {type: 'report-reach', reach: MediaReach}
 *   | {type: 'report-link', link: LinkQuality}
 *   | {type: 'speech', speaking: boolean, level: number}
 *   | {type: 'rename', name: string}
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
 *   | {type: 'lead-view', layout: string, participant?: string, again: boolean}
 *   | {type: 'breakout-add', names: string[]}
 *   | {type: 'breakout-rename', room: string, name: string}
 *   | {type: 'breakout-delete' | 'breakout-helped', room: string}
 *   | {type: 'breakout-assign', participant: string, room?: string}
 *   | {type: 'breakout-spread' | 'breakout-close'}
 *   | {type: 'breakout-open', choose: boolean, seconds?: number}
 *   | {type: 'breakout-go', room?: string}
 *   | {type: 'breakout-announce', text: string}
 *   | {type: 'breakout-help', needed: boolean}
 *   | {type: 'timer-start', parts: TimerPart[]}
 *   | {type: 'timer-pause', paused: boolean}
 *   | {type: 'timer-extend', seconds: number}
 *   | {type: 'timer-next' | 'timer-stop'}
 *   | {type: 'open-desk'}
 *   | {type: 'catch-up'}
 *   | {type: 'chat-history', before: number}
 *   | {type: 'chat-send', key: string, text: string, to?: string, replyTo?: number, room?: string}
 *   | {type: 'chat-edit', message: number, text: string}
 *   | {type: 'chat-delete', message: number}
 *   | {type: 'chat-remove', message: number}
 *   | {type: 'raise-hand', raised: boolean}
 *   | {type: 'lower-hand', participant: string}
 *   | {type: 'lower-all-hands'}
 *   | {type: 'react', reaction: Reaction}
 *   | {type: 'poll-save', poll: string, question: string, options: string[], multiple: boolean, anonymous: boolean}
 *   | {type: 'poll-open', poll: string}
 *   | {type: 'poll-close', poll: string}
 *   | {type: 'poll-delete', poll: string}
 *   | {type: 'poll-vote', poll: string, choices: number[], ballot?: string}
 *   | {type: 'poll-voter-list', poll: string}} ClientMessage
 */

/**
 * @typedef {'not-found' | 'full' | 'bad-name' | 'throttled' | 'unavailable' | 'password-needed' | 'wrong-password' | 'locked' | 'declined'
 *   | 'blocked' | 'over'} RefusedReason
 * @typedef {'left' | 'taken-over' | 'removed' | 'over'} EndedReason
 * @typedef {{type: 'welcome', self: string, resume: string, meeting: MeetingInfo, participants: Participant[],
 *   viewing: SlotView[], iceServers: IceServer[], limits: Limits, epoch: number, mediaAvailable: boolean}} Welcome
 * @typedef {{type: 'breakout-state', rooms: BreakoutRoom[], open: boolean, choose: boolean, secondsLeft?: number | null,
 *   assigned: {participant: string, room: string}[], calls: BreakoutCall[]}} BreakoutState
 * @typedef {{name?: string | null, seconds: number}} TimerPart
 * @typedef {{id: string, name: string}} BreakoutRoom
 * @typedef {{room: string, participant: string}} BreakoutCall
 * @typedef {{type: 'follow-view', layout: string, participant?: string | null, again: boolean}} FollowView
 * @typedef {{type: 'device-link', link: string, qr: string, size: number, seconds: number}} DeviceLink
 * @typedef {{type: 'chat-page', entries: ChatEntry[], before?: number | null, more: boolean, privateAllowed: boolean, keptHours: number}} ChatPage
 * @typedef {{type: 'poll-voters', poll: string, votes: Vote[]}} PollVoters
 * @typedef {{type: 'check-ready', iceServers: IceServer[], seconds: number}} CheckReady
 * @typedef {Welcome
 *   | ChatPage
 *   | {type: 'chat-message', entry: ChatEntry}
 *   | {type: 'hands', hands: Hand[]}
 *   | {type: 'hand-changed', participant: string, since?: number | null}
 *   | {type: 'reacted', participant: string, reaction: Reaction}
 *   | {type: 'polls', polls: Poll[]}
 *   | {type: 'poll-changed', poll: Poll}
 *   | {type: 'poll-deleted', poll: string}
 *   | {type: 'poll-voted', poll: string, choices: number[]}
 *   | PollVoters
 *   | {type: 'not-stored', about: string, key?: string | null, reason: NotStoredReason}
 *   | {type: 'refused', reason: RefusedReason}
 *   | {type: 'waiting', reason: 'lobby' | 'moderator'}
 *   | {type: 'knocking', people: Knock[]}
 *   | {type: 'room-state', on: RoomSwitch[], password: boolean, spotlight?: string | null, leader?: string | null}
 *   | FollowView
 *   | BreakoutState
 *   | {type: 'breakout-announced', by: string, text: string}
 *   | {type: 'breakout-ending', seconds: number}
 *   | {type: 'timer-state', parts: TimerPart[], part: number, paused: boolean, secondsLeft: number}
 *   | DeviceLink
 *   | {type: 'participant-joined', participant: Participant}
 *   | {type: 'participant-changed', participant: Participant}
 *   | {type: 'participant-left', participant: string}
 *   | {type: 'published', source: MediaSource, epoch: number, answer: string}
 *   | {type: 'receiving', slot: number, epoch: number, answer: string}
 *   | {type: 'publish-candidate', source: MediaSource, epoch: number, candidate: Candidate}
 *   | {type: 'slot-candidate', slot: number, epoch: number, candidate: Candidate}
 *   | {type: 'viewing', slots: SlotView[]}
 *   | {type: 'camera-shown', height: number}
 *   | {type: 'peer-failed', source?: MediaSource | null, slot?: number | null, epoch: number}
 *   | {type: 'media-reset', epoch: number, available: boolean}
 *   | {type: 'ice-servers', iceServers: IceServer[]}
 *   | {type: 'speaking', participant: string, speaking: boolean}
 *   | {type: 'dominant-speaker', participant?: string | null}
 *   | {type: 'muted' | 'video-stopped' | 'devices-allowed', by: string}
 *   | {type: 'share-rule', barrier?: ShareBarrier | null, silent: boolean}
 *   | {type: 'link-reported', participant: string, link: LinkQuality}
 *   | {type: 'desk-ticket', ticket: string, seconds: number}
 *   | CheckReady
 *   | {type: 'pong', sent: number}
 *   | {type: 'ended', reason: EndedReason}
 *   | {type: 'failed', code: string, about?: string | null}} ServerMessage
 */

export {};
