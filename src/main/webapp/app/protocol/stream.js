/**
 * Devices, publications, slots, and how media get through. As docs/protocol/stream.md has it. Types only.
 *
 * @typedef {'camera' | 'screen'} MediaSource
 * @typedef {{candidate: string, mid: string, line: number}} Candidate
 * @typedef {{slot: number, participant: string, source: MediaSource, height: number}} Wish
 * @typedef {{slot: number, participant: string, source: MediaSource}} SlotView
 * @typedef {{urls: string[], username?: string | null, credential?: string | null}} IceServer
 * @typedef {{slots: number, audioSlots: number, resumeSeconds: number}} Limits
 * @typedef {'fine' | 'blocked' | 'unsupported'} MediaReach
 * @typedef {'udp' | 'tcp' | 'relay' | 'none'} LinkPath
 * @typedef {{path: LinkPath, roundTrip: number, lostUp: number, lostDown: number, up: number, down: number, height: number}} LinkQuality
 * @typedef {{type: 'set-devices', microphone: boolean, camera: boolean}
 *   | {type: 'publish', source: MediaSource, epoch: number, offer: string}
 *   | {type: 'unpublish', source: MediaSource}
 *   | {type: 'receive', slot: number, epoch: number, offer: string}
 *   | {type: 'close-slot', slot: number}
 *   | {type: 'publish-candidate', source: MediaSource, epoch: number, candidate: Candidate}
 *   | {type: 'slot-candidate', slot: number, epoch: number, candidate: Candidate}
 *   | {type: 'view', wishes: Wish[]}
 *   | {type: 'report-reach', reach: MediaReach}
 *   | {type: 'report-link', link: LinkQuality}
 *   | {type: 'speech', speaking: boolean, level: number}} StreamAsk
 * @typedef {{type: 'published', source: MediaSource, epoch: number, answer: string}
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
 *   | {type: 'link-reported', participant: string, link: LinkQuality}} StreamTold
 */

export {};
