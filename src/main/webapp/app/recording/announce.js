import { remember } from './rights.js';

/**
 * Makes the beginning and the end of a recording heard, closes the dialog it was begun in, and remembers the right to take a consent back.
 *
 * @import { Session } from '../session/session.js'
 * @import { RecordingStore } from './slice.js'
 * @param {{store: RecordingStore, session: Pick<Session<RecordingStore['state']>, 'onMessage'>, play: (sound: string) => void, meeting: string, shelf: Pick<Storage, 'getItem' | 'setItem'> | null}} parts
 */
export function announceRecording({ store, session, play, meeting, shelf }) {
  session.onMessage((message, before) => {
    if (message.type === 'recording-right') remember(shelf, { token: message.token, meeting, at: Date.now() });
    if (message.type !== 'recording-state') return;
    // whoever began it wants to see the meeting, not the dialog
    if (message.on && before.recording.start === 'starting') store.dispatch({ type: 'dialog', dialog: null });
    if (before.recording.on !== store.state.recording.on) play('recording');
  });
}
