import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atTheDoor, reduce } from '../../../../main/webapp/app/stage/page-state.js';
import { Store } from '../../../../main/webapp/app/state/store.js';
import { announceTimer } from '../../../../main/webapp/app/timer/announce.js';
import { isOver, nameOf } from '../../../../main/webapp/app/timer/slice.js';
import { person, said, welcome } from '../../meeting.js';

const PARTS = [
  { name: 'Berichte', seconds: 600 },
  { name: 'Fragen', seconds: 300 },
];
const told = (part, secondsLeft = 0, paused = false) => ({ type: 'timer-state', parts: PARTS, part, paused, secondsLeft });
const texts = (state) => state.notices.shown.map((notice) => notice.text);
const inMeeting = () => said(atTheDoor('M'), welcome('a', person('a', { name: 'Ada' })));

test('the timer shows the current part until the last one has ended', () => {
  let state = said(inMeeting(), told(0, 600));
  assert.deepEqual([nameOf(state.timer), state.timer.left, isOver(state.timer)], ['Berichte', { seconds: 600 }, false]);
  state = said(state, told(2));
  assert.deepEqual([nameOf(state.timer), isOver(state.timer)], ['', true]);
  state = said(state, { type: 'timer-state', parts: [], part: 0, paused: false, secondsLeft: 0 });
  assert.deepEqual([state.timer.parts, isOver(state.timer)], [[], false]);
});

test('who comes later is not told of parts that ended before', () => {
  assert.deepEqual(texts(said(inMeeting(), told(1, 20))), []);
});

test('the end of a part is told, and that of the last one in other words', () => {
  let state = said(said(inMeeting(), told(0, 600)), told(1, 300));
  assert.deepEqual(texts(state), ['stage.timer.part']);
  state = said(state, told(2));
  assert.ok(texts(state).includes('stage.timer.over'));
});

test('a new welcome forgets a timer that the server knows no more', () => {
  const state = said(said(inMeeting(), told(0, 600)), welcome('a', person('a')));
  assert.deepEqual(state.timer.parts, []);
});

test('the end of a part sounds once, and a pause does not', () => {
  const store = new Store(reduce, atTheDoor('M'));
  const played = [];
  let listener;
  let noted = 0;
  announceTimer({ store, session: { onMessage: (given) => (listener = given) }, play: (sound) => played.push(sound), attention: { note: () => (noted += 1) } });
  const say = (message) => {
    const before = store.state;
    store.dispatch({ type: 'server', message });
    listener(message, before);
  };
  say(welcome('a', person('a')));
  for (const message of [told(0, 600), told(0, 500, true), told(0, 500), told(1, 300)]) say(message);
  assert.deepEqual([played, noted], [['timer'], 1]);
});
