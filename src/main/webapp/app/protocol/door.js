/**
 * The lobby, the password, one's own name and second devices. As docs/protocol/door.md has it. Types only.
 *
 * @typedef {{id: string, name: string}} Knock
 * @typedef {{type: 'device-link', link: string, qr: string, size: number, seconds: number}} DeviceLink
 * @typedef {{type: 'rename', name: string}
 *   | {type: 'link-device'}
 *   | {type: 'admit' | 'refuse', knock: string}
 *   | {type: 'admit-all' | 'refuse-all'}
 *   | {type: 'set-password', password?: string}} DoorAsk
 * @typedef {{type: 'knocking', people: Knock[]} | DeviceLink} DoorTold
 */

export {};
