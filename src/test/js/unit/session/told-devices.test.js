import assert from 'node:assert/strict';
import test from 'node:test';
import { ToldDevices } from '../../../../main/webapp/app/session/told-devices.js';

const ON = { microphone: true, camera: true };

test('devices are told when they are not as the server was told', () => {
  /** @type {unknown[]} */
  const said = [];
  let open = true;
  const told = new ToldDevices((message) => open && said.push(message) > 0);
  told.are({ microphone: true, camera: false });
  assert.equal(told.tell({ microphone: true, camera: false }), false);
  assert.equal(told.tell(ON), true);
  assert.deepEqual(said, [{ type: 'set-devices', ...ON }]);
  open = false;
  told.tell({ microphone: false, camera: true });
  open = true;
  told.tell({ microphone: false, camera: true });
  assert.equal(said.length, 2);
});

test('what the server keeps off is off here, and told again only when it is turned on again', () => {
  const told = new ToldDevices(() => true);
  told.are(ON);
  assert.deepEqual(told.refused({ microphone: true, camera: false }), ['camera']);
  assert.deepEqual(told.refused({ microphone: true, camera: false }), []);
  assert.equal(told.tell({ microphone: true, camera: false }), false);
  assert.equal(told.tell(ON), true);
});
