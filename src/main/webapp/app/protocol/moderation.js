/**
 * The messages of moderation, as in docs/protocol/moderation.md. Types only.
 *
 * @typedef {'lobby' | 'locked' | 'wait-for-moderator' | 'start-muted' | 'start-camera-off' | 'unmute' | 'camera' | 'share' | 'chat' |
 *   'reactions' | 'reaction-sounds' | 'rename'} RoomSwitch
 * @typedef {'switched-off' | 'no-camera' | 'stopped'} ShareBarrier
 * @typedef {{type: 'follow-view', layout: string, participant?: string | null, again: boolean}} FollowView
 * @typedef {{type: 'mute' | 'stop-video' | 'allow-devices' | 'promote' | 'demote', participant: string}
 *   | {type: 'mute-all' | 'stop-all-videos' | 'end-meeting'}
 *   | {type: 'remove', participant: string, block: boolean}
 *   | {type: 'set-switch', which: RoomSwitch, on: boolean}
 *   | {type: 'spotlight' | 'keep-beside', participant?: string}
 *   | {type: 'lead', on: boolean}
 *   | {type: 'lead-view', layout: string, participant?: string, again: boolean}} ModerationAsk
 * @typedef {{type: 'room-state', on: RoomSwitch[], password: boolean, spotlight?: string | null, leader?: string | null, beside?: string | null}
 *   | FollowView
 *   | {type: 'muted' | 'video-stopped' | 'devices-allowed', by: string}
 *   | {type: 'share-rule', barrier?: ShareBarrier | null, silent: boolean}} ModerationTold
 */

export {};
