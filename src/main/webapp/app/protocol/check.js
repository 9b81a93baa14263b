/**
 * What only a check of the connection says. As docs/protocol/check.md has it. Types only.
 *
 * @import { IceServer } from './stream.js'
 * @typedef {{type: 'check-ready', iceServers: IceServer[], seconds: number}} CheckReady
 * @typedef {CheckReady} CheckTold
 */

export {};
