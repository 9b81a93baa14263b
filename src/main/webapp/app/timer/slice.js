/**
 * The meeting's timer as this tab knows it. Pure.
 *
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { TimerPart } from '../protocol/timer.js'
 * @import { News } from '../state/notices.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @typedef {object} Timer
 * @property {readonly TimerPart[]} parts none: there is no timer
 * @property {number} part index of the current one; as many as there are parts when the last one has ended
 * @property {boolean} paused
 * @property {{readonly seconds: number}} left of the current part, when it was told
 * @typedef {{type: 'server', message: ServerMessage}} TimerAction
 * @typedef {StoreOf<Shared & {timer: Timer}, SharedAction | TimerAction>} TimerStore
 * @typedef {Shared & {timer: Timer}} TimerView
 */

export const timerSlice = {
  initial: /** @type {Timer} */ ({ parts: [], part: 0, paused: false, left: { seconds: 0 } }),

  /** @param {Timer} timer @param {TimerAction} action @returns {Timer} */
  reduce(timer, action) {
    if (action.type !== 'server') return timer;
    if (action.message.type === 'welcome') return timerSlice.initial;
    if (action.message.type !== 'timer-state') return timer;
    const { parts, part, paused, secondsLeft } = action.message;
    return { parts, part, paused, left: { seconds: secondsLeft } };
  },

  /** @param {Timer} before @param {Timer} now @returns {readonly News[]} */
  news(before, now) {
    if (!hasEnded(before, now)) return [];
    return [isOver(now) ? { text: 'stage.timer.over', values: [] } : { text: 'stage.timer.part', values: [nameOf(now)] }];
  },
};

/** Whether a part ended just now, and was not only heard of. @param {Timer} before @param {Timer} now */
export function hasEnded(before, now) {
  return before.parts.length > 0 && now.parts.length === before.parts.length && now.part === before.part + 1;
}

/** @param {Timer} timer */
export function isOver({ parts, part }) {
  return parts.length > 0 && part >= parts.length;
}

/** Of the current part; empty for a plain countdown. @param {Timer} timer */
export function nameOf({ parts, part }) {
  return parts[part]?.name ?? '';
}
