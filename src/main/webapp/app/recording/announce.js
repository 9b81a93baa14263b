/**
 * Makes the beginning and the end of a recording heard, and closes the dialog it was begun in.
 *
 * @import { Session } from '../session/session.js'
 * @import { RecordingStore } from './slice.js'
 * @param {{store: RecordingStore, session: Pick<Session<RecordingStore['state']>, 'onMessage'>, play: (sound: string) => void}} parts
 */
export function announceRecording({ store, session, play }) {
  session.onMessage((message, before) => {
    if (message.type !== 'recording-state') return;
    // whoever began it wants to see the meeting, not the dialog
    if (message.on && before.recording.start === 'starting') store.dispatch({ type: 'dialog', dialog: null });
    if (before.recording.on !== store.state.recording.on) play('recording');
  });
}
