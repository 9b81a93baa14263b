import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atTheDoor, reduce } from '../../../../main/webapp/app/stage/page-state.js';
import { mayModerate, others } from '../../../../main/webapp/app/state/people.js';
import { person, said, welcome as welcomed } from '../../meeting.js';

const welcome = welcomed('a', person('a', { role: 'creator' }), person('b'));
const inside = () => said(atTheDoor('M'), welcome);

test('a welcome brings everything', () => {
  const state = inside();
  assert.equal(state.stay.phase, 'meeting');
  assert.equal(state.media.epoch, 7);
  assert.deepEqual(others(state).map((p) => p.id), ['b']);
  assert.ok(mayModerate(state));
});

test('people come, change and go, in the order of joining', () => {
  const state = said(inside(), { type: 'participant-joined', participant: person('c') }, { type: 'participant-changed', participant: person('b', { camera: false }) });
  assert.deepEqual(state.people.participants.map((p) => p.id), ['a', 'b', 'c']);
  assert.equal(state.people.participants[1].camera, false);
  const after = said(state, { type: 'dominant-speaker', participant: 'b' }, { type: 'viewing', slots: [{ slot: 0, participant: 'b', source: 'camera' }] }, { type: 'participant-left', participant: 'b' });
  assert.deepEqual(after.people.participants.map((p) => p.id), ['a', 'c']);
  assert.equal(after.people.dominant, null);
  assert.deepEqual(after.media.viewing, []);
  assert.deepEqual(after.notices.shown.at(-1).values, ['B']);
});

test('somebody who comes twice is there once', () => {
  assert.equal(said(inside(), { type: 'participant-joined', participant: person('b') }).people.participants.length, 2);
});

test('a media reset keeps what is shown until there is something new', () => {
  const state = said(inside(), { type: 'viewing', slots: [{ slot: 0, participant: 'b', source: 'camera' }] }, { type: 'media-reset', epoch: 8, available: false });
  assert.equal(state.media.available, false);
  assert.equal(state.media.viewing.length, 1);
  const back = said(state, { type: 'media-reset', epoch: 8, available: true });
  assert.equal(back.notices.shown.at(-1).text, 'stage.media.back');
});

test('says that the connection is back, but not at the first time', () => {
  const first = reduce(atTheDoor('M'), { type: 'connection', connection: 'open' });
  assert.equal(first.notices.shown.length, 0);
  const again = reduce(reduce(first, { type: 'connection', connection: 'reconnecting' }), { type: 'connection', connection: 'open' });
  assert.equal(again.notices.shown[0].text, 'stage.connection.back');
});

test('ends in the words that fit', () => {
  assert.equal(said(inside(), { type: 'ended', reason: 'taken-over' }).stay.phase, 'taken-over');
  assert.equal(said(inside(), { type: 'ended', reason: 'left' }).stay.phase, 'left');
  const refused = said(atTheDoor('M'), { type: 'refused', reason: 'full' });
  assert.deepEqual([refused.stay.phase, refused.stay.refused], ['refused', 'full']);
});

test('a moderator who mutes is named', () => {
  assert.deepEqual(said(inside(), { type: 'muted', by: 'b' }).notices.shown[0].values, ['B']);
});

test('keeps three notices at most, and forgets them one by one', () => {
  let state = inside();
  for (let i = 0; i < 5; i++) state = reduce(state, { type: 'notice', text: `t${i}` });
  assert.deepEqual(state.notices.shown.map((n) => n.text), ['t2', 't3', 't4']);
  assert.equal(reduce(state, { type: 'notice-over', id: state.notices.shown[0].id }).notices.shown.length, 2);
});

test('leaves the state alone when nothing changed', () => {
  const state = reduce(inside(), { type: 'quality', participant: 'b', quality: 'good' });
  assert.equal(reduce(state, { type: 'quality', participant: 'b', quality: 'good' }), state);
  assert.equal(said(state, { type: 'pong', sent: 1 }), state);
});

test('names at a relay are replaced while the meeting goes on', () => {
  const iceServers = [{ urls: ['turn:t.example'], username: '2:a', credential: 'new' }];
  assert.deepEqual(said(inside(), { type: 'ice-servers', iceServers }).media.iceServers, iceServers);
});

test('how others are connected is kept, and one dialog shows one of them', () => {
  const link = { path: 'udp', roundTrip: 20, lostUp: 0, lostDown: 0, up: 1, down: 2, height: 0 };
  const state = reduce(said(inside(), { type: 'link-reported', participant: 'b', link }), { type: 'link-of', participant: 'b' });
  assert.deepEqual(state.media.links.b, link);
  assert.equal(state.view.dialog, 'link');
  assert.equal(state.view.linkOf, 'b');
  const own = reduce(state, { type: 'own-link', link: { ...link, up: 9 } });
  assert.equal(own.media.links.a.up, 9);
  assert.equal(own.media.links.b.up, 1);
});

test('a firewall is suspected only while the server and its media are there', () => {
  const blocked = { type: 'reach', reach: 'blocked' };
  assert.equal(reduce(inside(), blocked).media.reach, 'fine', 'the socket is not open');
  const open = reduce(inside(), { type: 'connection', connection: 'open' });
  const told = reduce(open, blocked);
  assert.equal(told.media.reach, 'blocked');
  const away = said(told, { type: 'media-reset', epoch: 8, available: false });
  assert.equal(away.media.reach, 'fine');
  assert.equal(reduce(away, blocked).media.reach, 'fine');
  const unsupported = reduce(open, { type: 'reach', reach: 'unsupported' });
  assert.equal(said(unsupported, { type: 'media-reset', epoch: 8, available: false }).media.reach, 'unsupported');
});
