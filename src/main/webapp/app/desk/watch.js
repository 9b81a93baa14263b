import { socketTo } from '../platform/pages.js';
import { backoff } from '../protocol/backoff.js';
import { whenRefused } from './faces.js';

/**
 * Listens to which parts of the desk have changed. When there is no desk any more, the page is loaded again, and says so.
 *
 * @import { DeskTold } from '../protocol/desk.js'
 * @import { Refresh } from './refresh.js'
 * @param {{key: string, refresh: Refresh, offline: HTMLElement}} parts
 */
export function watchDesk({ key, refresh, offline }) {
  let attempt = 0;
  connect();
  whenRefused(() => window.location.reload());

  function connect() {
    const socket = new WebSocket(socketTo('/ws/desk'));
    socket.addEventListener('open', () => {
      socket.send(key);
      attempt = 0;
      offline.textContent = '';
      // what happened meanwhile, the first time since the page was made
      refresh.all();
    });
    socket.addEventListener('message', ({ data }) => hear(data));
    socket.addEventListener('close', () => {
      offline.textContent = offline.dataset.offline ?? '';
      window.setTimeout(connect, backoff((attempt += 1), Math.random()));
    });
  }

  /** @param {string} text */
  function hear(text) {
    for (const message of [JSON.parse(text)].flat()) told(message);
  }

  /** @param {DeskTold | {type: 'failed', code: string}} message */
  function told(message) {
    if (message.type === 'failed' || (message.type === 'desk-changed' && message.parts.includes('desk'))) window.location.reload();
    else if (message.type === 'desk-changed') refresh.changed(message.parts);
  }
}
