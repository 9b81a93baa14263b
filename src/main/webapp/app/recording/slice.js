/**
 * The recording of the meeting as this tab knows it. Pure.
 *
 * @import { ServerMessage } from '../protocol/messages.js'
 * @import { RecordingChoice, RecordingEnd, RecordingLayout, RecordingRefusal, RecordingTold } from '../protocol/recording.js'
 * @import { News } from '../state/notices.js'
 * @import { Shared, SharedAction } from '../state/state.js'
 * @import { StoreOf } from '../state/store.js'
 * @typedef {Extract<RecordingTold, {type: 'recording-health'}>} Health
 * @typedef {'asking' | 'sign-in' | 'signing-in' | 'starting' | RecordingRefusal | 'not-allowed' | 'unreachable'} Start how far the reader's wish to record is, or why it came to nothing
 * @typedef {object} Recording
 * @property {boolean} on
 * @property {{readonly seconds: number}} left until it ends by itself, when it was told
 * @property {number} longest seconds that it may be long
 * @property {string} by
 * @property {RecordingLayout} layout
 * @property {RecordingChoice} choice the reader's own
 * @property {boolean} silence what not answering means
 * @property {RecordingEnd | null} end
 * @property {Health | null} health moderators alone know it
 * @property {Start | null} start
 * @property {string} why somebody may not record, in the server's words
 * @typedef {{type: 'server', message: ServerMessage} | {type: 'recording-start', start: Start | null, why?: string}} RecordingAction
 * @typedef {StoreOf<Shared & {recording: Recording}, SharedAction | RecordingAction>} RecordingStore
 * @typedef {Shared & {recording: Recording}} RecordingView
 */

/** Before the end everybody is told at these. */
const WARNINGS = [600, 60];

export const recordingSlice = {
  initial: /** @type {Recording} */ ({
    on: false,
    left: { seconds: 0 },
    longest: 0,
    by: '',
    layout: 'speaker',
    choice: 'asked',
    silence: false,
    end: null,
    health: null,
    start: null,
    why: '',
  }),

  /** @param {Recording} recording @param {RecordingAction} action @returns {Recording} */
  reduce(recording, action) {
    if (action.type === 'recording-start') return { ...recording, start: action.start, why: action.why ?? '' };
    return action.type === 'server' ? fromServer(recording, action.message) : recording;
  },

  /** @param {Recording} before @param {Recording} now @returns {readonly News[]} */
  news(before, now) {
    if (now.on && !before.on) return [{ text: 'stage.recording.began', values: [now.by], kind: 'warning' }];
    if (before.on && now.end) return [{ text: `stage.recording.ended.${now.end}`, values: [] }];
    const passed = now.on && before.on && WARNINGS.some((mark) => before.left.seconds > mark && now.left.seconds <= mark);
    return passed ? [{ text: 'stage.recording.soon', values: [String(Math.max(1, Math.round(now.left.seconds / 60)))], kind: 'warning' }] : [];
  },
};

/** @param {Recording} recording @param {ServerMessage} message @returns {Recording} */
function fromServer(recording, message) {
  switch (message.type) {
    case 'welcome':
      return recordingSlice.initial;
    case 'recording-state': {
      const { on, seconds, secondsLeft, by, layout, choice, silence, end } = message;
      const { start, why, health } = recording;
      return { on, left: { seconds: secondsLeft }, longest: seconds + secondsLeft, by, layout, choice, silence, end: end ?? null, health: on ? health : null, start: on ? null : start, why };
    }
    case 'recording-health':
      return { ...recording, health: message };
    case 'recording-refused':
      return { ...recording, start: message.reason };
    default:
      return recording;
  }
}

/** Whether the reader still has to say if they want to be in it. @param {Recording} recording */
export function isAsked({ on, choice }) {
  return on && choice === 'asked';
}

/** Whether nothing has gone wrong with the reader's wish to record, and it is being fulfilled. @param {Start | null} start */
export function isUnderWay(start) {
  return start === 'asking' || start === 'starting' || start === 'signing-in';
}
