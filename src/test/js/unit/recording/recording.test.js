import assert from 'node:assert/strict';
import { test } from 'node:test';
import { announceRecording } from '../../../../main/webapp/app/recording/announce.js';
import { isAsked } from '../../../../main/webapp/app/recording/slice.js';
import { atTheDoor, reduce } from '../../../../main/webapp/app/stage/page-state.js';
import { Store } from '../../../../main/webapp/app/state/store.js';
import { person, said, welcome } from '../../meeting.js';

const told = (more = {}) => ({ type: 'recording-state', on: true, seconds: 0, secondsLeft: 10800, by: 'Ada', layout: 'grid', choice: 'asked', silence: false, secondsToAnswer: 0, end: null, ...more });
const texts = (state) => state.notices.shown.map((notice) => notice.text);
const inMeeting = () => said(atTheDoor('M'), welcome('a', person('a', { name: 'Ada' })));

test('a recording is told, asked about until there is an answer, and told when it is over', () => {
  let state = said(inMeeting(), told());
  assert.deepEqual([texts(state), isAsked(state.recording)], [['stage.recording.began'], true]);
  state = said(state, told({ choice: 'declined' }));
  assert.deepEqual([texts(state), isAsked(state.recording), state.recording.on], [['stage.recording.began'], false, true]);
  state = said(state, told({ on: false, end: 'limit' }));
  assert.deepEqual([texts(state).at(-1), state.recording.on], ['stage.recording.ended.limit', false]);
});

test('the end is announced some minutes before', () => {
  let state = said(inMeeting(), told());
  state = said(state, told({ seconds: 10200, secondsLeft: 600 }));
  assert.equal(texts(state).at(-1), 'stage.recording.soon');
  const before = texts(state).length;
  state = said(state, told({ seconds: 10300, secondsLeft: 500 }));
  assert.equal(texts(state).length, before);
});

test('a wish to record ends with the recording, or with what is in its way', () => {
  let state = reduce(inMeeting(), { type: 'recording-start', start: 'starting' });
  state = said(state, { type: 'recording-refused', reason: 'full' });
  assert.equal(state.recording.start, 'full');
  state = said(reduce(state, { type: 'recording-start', start: 'starting' }), told());
  assert.equal(state.recording.start, null);
});

test('beginning and end are heard once each, answers are not', () => {
  const store = new Store(reduce, atTheDoor('M'));
  const played = [];
  let listener;
  announceRecording({ store, session: { onMessage: (given) => (listener = given) }, play: (sound) => played.push(sound) });
  const say = (message) => {
    const before = store.state;
    store.dispatch({ type: 'server', message });
    listener(message, before);
  };
  for (const message of [welcome('a', person('a')), told(), told({ choice: 'given' }), told({ on: false, end: 'stopped' })]) say(message);
  assert.deepEqual(played, ['recording', 'recording']);
});
