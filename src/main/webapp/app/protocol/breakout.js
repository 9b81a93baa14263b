/**
 * Breakout rooms. As docs/protocol/breakout.md has it. Types only.
 *
 * @typedef {{type: 'breakout-state', rooms: BreakoutRoom[], open: boolean, choose: boolean, secondsLeft?: number | null, assigned:
 *   {participant: string, room: string}[], calls: BreakoutCall[]}} BreakoutState
 * @typedef {{participant: string, room: string}} BreakoutPlace
 * @typedef {{id: string, name: string}} BreakoutRoom
 * @typedef {{room: string, participant: string}} BreakoutCall
 * @typedef {{type: 'breakout-add', names: string[]}
 *   | {type: 'breakout-rename', room: string, name: string}
 *   | {type: 'breakout-delete' | 'breakout-helped', room: string}
 *   | {type: 'breakout-assign', participant: string, room?: string}
 *   | {type: 'breakout-spread' | 'breakout-close'}
 *   | {type: 'breakout-open', choose: boolean, seconds?: number}
 *   | {type: 'breakout-go', room?: string}
 *   | {type: 'breakout-announce', text: string}
 *   | {type: 'breakout-help', needed: boolean}} BreakoutAsk
 * @typedef {BreakoutState | {type: 'breakout-announced', by: string, text: string} | {type: 'breakout-ending', seconds: number}} BreakoutTold
 */

export {};
