import assert from 'node:assert/strict';
import { test } from 'node:test';
import { announceRecording } from '../../../../main/webapp/app/recording/announce.js';
import { written } from '../../../../main/webapp/app/recording/replay.js';
import { isToken, remember, rights } from '../../../../main/webapp/app/recording/rights.js';
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
  const stored = [];
  let listener;
  announceRecording({ store, session: { onMessage: (given) => (listener = given) }, play: (sound) => played.push(sound), meeting: 'M', shelf: { getItem: () => null, setItem: (key, value) => stored.push(value) } });
  const say = (message) => {
    const before = store.state;
    store.dispatch({ type: 'server', message });
    listener(message, before);
  };
  for (const message of [welcome('a', person('a')), told(), told({ choice: 'given' }), told({ on: false, end: 'stopped' })]) say(message);
  assert.deepEqual(played, ['recording', 'recording']);
  say({ type: 'recording-right', token: 'a'.repeat(43) });
  assert.deepEqual([store.state.recording.right, JSON.parse(stored[0])[0].meeting], ['a'.repeat(43), 'M']);
});

test('a tab that was away is told that a failure ended the recording, or nothing when it goes on', () => {
  const recorded = said(inMeeting(), told({ choice: 'given' }));
  const back = said(recorded, welcome('a', person('a', { name: 'Ada' })));
  const goesOn = said(back, told({ choice: 'given', seconds: 20 }));
  assert.deepEqual([texts(goesOn).filter((text) => text === 'stage.recording.began').length, goesOn.recording.on], [1, true]);
  const over = said(back, told({ on: false }));
  assert.deepEqual([texts(over).at(-1), over.recording.on], ['stage.recording.ended.failed', false]);
});

test('a browser remembers each right once, and nothing that is none', () => {
  const kept = new Map();
  const shelf = { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
  const token = 'b'.repeat(43);
  remember(shelf, { token, meeting: 'First', at: 1 });
  remember(shelf, { token: 'c'.repeat(43), meeting: 'Second', at: 2 });
  remember(shelf, { token, meeting: 'First', at: 3 });
  assert.deepEqual(rights(shelf).map(({ meeting, at }) => [meeting, at]), [['First', 3], ['Second', 2]]);
  kept.set([...kept.keys()][0], '[{"token":"<script>"},null,7]');
  assert.deepEqual(rights(shelf), []);
  kept.set([...kept.keys()][0], 'broken');
  assert.deepEqual(rights(shelf), []);
  assert.equal(isToken('../x'), false);
});

test('places that a film can go to are known once they were told', () => {
  const places = [{ drive: 'd', folder: '', name: '' }];
  assert.deepEqual(reduce(inMeeting(), { type: 'recording-places', places }).recording.places, places);
});

test('lines of the chat come when the film comes to them, also after jumping back', () => {
  const times = [0, 3, 3, 8];
  assert.deepEqual([0, 2.9, 3, 7.9, 100].map((now) => written(times, now)), [1, 1, 3, 3, 4]);
  assert.equal(written([], 5), 0);
});
