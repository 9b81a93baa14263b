/**
 * The recording. As docs/protocol/recording.md has it. Types only.
 *
 * @typedef {'speaker' | 'grid' | 'presentation'} RecordingLayout
 * @typedef {'asked' | 'given' | 'declined'} RecordingChoice
 * @typedef {'stopped' | 'limit' | 'failed'} RecordingEnd
 * @typedef {'sign-in' | 'off' | 'running' | 'encrypted' | 'full' | 'failed'} RecordingRefusal
 * @typedef {{type: 'start-recording', ticket: string, layout: RecordingLayout}
 *   | {type: 'stop-recording'}
 *   | {type: 'choose-recording-layout', layout: RecordingLayout}
 *   | {type: 'consent-to-recording', given: boolean}} RecordingAsk
 * @typedef {{type: 'recording-state', on: boolean, seconds: number, secondsLeft: number, by: string, layout: RecordingLayout, choice: RecordingChoice, silence: boolean, secondsToAnswer: number, end?: RecordingEnd | null}
 *   | {type: 'recording-right', token: string}
 *   | {type: 'recording-refused', reason: RecordingRefusal}
 *   | {type: 'recording-health', megabytes: number, behind: number, silent: number, roomMegabytes: number, trouble: boolean, composing: boolean, consenting: number, declining: number}} RecordingTold
 */

export {};
