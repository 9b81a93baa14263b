/**
 * The timer. As docs/protocol/timer.md has it. Types only.
 *
 * @typedef {{name?: string | null, seconds: number}} TimerPart
 * @typedef {{type: 'timer-start', parts: TimerPart[]}
 *   | {type: 'timer-pause', paused: boolean}
 *   | {type: 'timer-extend', seconds: number}
 *   | {type: 'timer-next' | 'timer-stop'}} TimerAsk
 * @typedef {{type: 'timer-state', parts: TimerPart[], part: number, paused: boolean, secondsLeft: number}} TimerTold
 */

export {};
