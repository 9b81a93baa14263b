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
 * @typedef {{drive: string, folder: string, name: string}} Place
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
 * @property {string | null} right the secret by which the reader can take back their consent
 * @property {readonly Place[]} places where a film of the reader's can go to; empty when that is not known
 * @property {string} why somebody may not record, in the server's words
 * @typedef {{type: 'server', message: ServerMessage} | {type: 'recording-start', start: Start | null, why?: string} | {type: 'recording-places', places: readonly Place[]}} RecordingAction
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
    right: null,
    places: [],
    why: '',
  }),

  /** @param {Recording} recording @param {RecordingAction} action @returns {Recording} */
  reduce(recording, action) {
    if (action.type === 'recording-start') return { ...recording, start: action.start, why: action.why ?? '' };
    if (action.type === 'recording-places') return { ...recording, places: action.places };
    return action.type === 'server' ? fromServer(recording, action.message) : recording;
  },

  /** @param {Recording} before @param {Recording} now @returns {readonly News[]} */
  news(before, now) {
    if (now.on && !before.on) return [{ text: 'stage.recording.began', values: [now.by], kind: 'warning' }];
    if (before.on && !now.on) return [{ text: `stage.recording.ended.${now.end ?? 'failed'}`, values: [] }];
    const passed = now.on && before.on && WARNINGS.some((mark) => before.left.seconds > mark && now.left.seconds <= mark);
    return passed ? [{ text: 'stage.recording.soon', values: [String(Math.max(1, Math.round(now.left.seconds / 60)))], kind: 'warning' }] : [];
  },
};

/** @param {Recording} recording @param {ServerMessage} message @returns {Recording} */
function fromServer(recording, message) {
  switch (message.type) {
    // of a tab that was away: a state follows, which says whether what it knew goes on
    case 'welcome':
      return { ...recording, health: null };
    case 'recording-right':
      return { ...recording, right: message.token };
    case 'recording-state': {
      const { on, seconds, secondsLeft, by, layout, choice, silence, end } = message;
      const { start, why, health, right, places } = recording;
      return { on, left: { seconds: secondsLeft }, longest: seconds + secondsLeft, by, layout, choice, silence, end: end ?? null, health: on ? health : null, start: on ? null : start, why, right, places };
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
