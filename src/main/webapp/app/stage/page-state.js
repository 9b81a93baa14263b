import { breakoutSlice } from '../breakout/slice.js';
import { chatSlice } from '../chat/slice.js';
import { doorSlice } from '../door/slice.js';
import { pollsSlice } from '../poll/slice.js';
import { handsSlice } from '../reaction/slice.js';
import { inkSlice } from '../ink/slice.js';
import { recordingSlice } from '../recording/slice.js';
import { secrecySlice } from '../secrecy/slice.js';
import { stateOf } from '../state/state.js';
import { timerSlice } from '../timer/slice.js';
import { whiteboardSlice } from '../whiteboard/slice.js';

/**
 * The state of the meeting's page: which topics have a slice of it. Pure.
 *
 * @import { StoreOf } from '../state/store.js'
 * @typedef {typeof initial} PageState
 * @typedef {Parameters<typeof reduce>[1]} PageAction
 * @typedef {StoreOf<PageState, PageAction>} PageStore
 */

export const { initial, reduce } = stateOf({ door: doorSlice, breakout: breakoutSlice, chat: chatSlice, polls: pollsSlice, hands: handsSlice, timer: timerSlice, recording: recordingSlice, secrecy: secrecySlice, whiteboard: whiteboardSlice, ink: inkSlice });

/** At the door of a meeting. @param {string} name of the meeting @param {boolean} [password] whether it asks for one @param {boolean} [encrypted] @returns {PageState} */
export function atTheDoor(name, password = false, encrypted = false) {
  const { stay, door, secrecy } = initial;
  return { ...initial, stay: { ...stay, meeting: { ...stay.meeting, name } }, door: { ...door, password: password ? 'needed' : null }, secrecy: { ...secrecy, on: encrypted } };
}
