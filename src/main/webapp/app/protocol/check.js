/**
 * The messages that only a connection check has, as in docs/protocol/check.md. Types only.
 *
 * @import { IceServer } from './stream.js'
 * @typedef {{type: 'check-ready', iceServers: IceServer[], seconds: number}} CheckReady
 * @typedef {CheckReady} CheckTold
 */

export {};
