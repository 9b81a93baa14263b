import { button } from '../ui/controls.js';
import { copy } from '../ui/clipboard.js';
import { changeIcon, h, icon, keyed, set, text } from '../ui/dom.js';
import { download, fileName } from '../ui/download.js';
import { checkAddress } from './check-socket.js';
import { runCheck, unknown } from './check-run.js';
import { deviceFindings } from './device-findings.js';
import { findings, verdictOf } from './findings.js';
import { firewallTable, firewallText } from './firewall.js';
import { adviceOf, reportText, valueWords } from './report.js';

/**
 * The connection doctor: a button, what it finds, what to do, and what to hand on to IT. The same before a meeting and in it.
 *
 * @import { CheckResult } from './check-run.js'
 * @import { FirewallRow } from './firewall.js'
 * @import { Finding, Verdict } from './findings.js'
 * @import { LocalMedia } from '../media/local-media.js'
 * @import { Translate } from '../ui/texts.js'
 */

/** @type {Record<Verdict, string>} */
const SYMBOLS = { good: 'check', fair: 'info', bad: 'warning', none: 'clock' };
const SAID_FOR = 2500;

export class CheckView extends HTMLElement {
  /** @type {CheckResult | null} */
  #result = null;
  #running = false;
  /** @type {(() => void) | null} */
  #end = null;
  #parts;
  #start;
  #said = h('p', { class: 'said', role: 'status' });
  #list = h('ul', { class: 'findings' });
  #devices = h('ul', { class: 'findings' });
  #advice = h('ul', { class: 'advice' });
  #adviceBox;
  #report;

  /** @param {{local: LocalMedia, firewall: readonly FirewallRow[], t: Translate}} parts */
  constructor(parts) {
    super();
    this.#parts = parts;
    const { firewall, t } = parts;
    this.#start = button({ icon: 'signal', label: t('stage.check.start'), kind: 'button primary', onClick: () => void this.run() });
    this.#adviceBox = h('section', { class: 'check-advice', hidden: true }, h('h3', {}, t('stage.check.advice')), this.#advice);
    this.#report = h(
      'div',
      { class: 'check-actions', hidden: true },
      this.#copyButton(t('stage.check.report.copy'), () => this.#text()),
      button({ icon: 'download', label: t('stage.check.report.save'), kind: 'button secondary', onClick: () => this.#save() }),
    );
    this.append(
      h('div', { class: 'check-start' }, this.#start, this.#said),
      this.#list,
      this.#devices,
      this.#adviceBox,
      this.#report,
      h('h3', {}, t('stage.firewall')),
      h('p', { class: 'hint' }, t('stage.firewall.lead')),
      h('div', { class: 'firewall-box', role: 'region', tabindex: 0, 'aria-label': t('stage.firewall') }, firewallTable(firewall, t)),
      this.#copyButton(t('stage.firewall.copy'), () => firewallText(firewall, t)),
    );
    this.#show();
  }

  connectedCallback() {
    this.#end ??= this.#parts.local.onChange(() => this.#show());
  }

  disconnectedCallback() {
    this.#end?.();
    this.#end = null;
  }

  async run() {
    if (this.#running) return;
    this.#running = true;
    this.#result = unknown();
    this.#show();
    try {
      this.#result = await runCheck(checkAddress(window.location), (result) => {
        this.#result = result;
        this.#show();
      });
    } finally {
      this.#running = false;
      this.#show();
    }
  }

  #show() {
    const { local, t } = this.#parts;
    const network = this.#result ? findings(this.#result) : [];
    const devices = this.#result ? deviceFindings(local, t) : [];
    const all = [...network, ...devices];
    this.#start.disabled = this.#running;
    set(this.#start, 'aria-busy', this.#running ? 'true' : null);
    this.#start.show('signal', t(this.#running ? 'stage.check.running' : this.#result ? 'stage.check.again' : 'stage.check.start'));
    const isDone = this.#result !== null && !this.#running;
    const verdict = verdictOf(all);
    if (isDone) text(this.#said, t(`stage.check.result.${verdict}`));
    else text(this.#said, this.#running ? t('stage.check.wait') : '');
    set(this, 'data-verdict', isDone ? verdict : null);
    for (const [list, lines] of /** @type {Array<[HTMLElement, Finding[]]>} */ ([[this.#list, network], [this.#devices, devices]])) {
      keyed(list, lines, (one) => one.topic, (one) => this.#line(one), (element, one) => this.#update(element, one));
    }
    const advice = isDone ? adviceOf(all, t) : [];
    this.#advice.replaceChildren(...advice.map((words) => h('li', {}, words)));
    set(this.#adviceBox, 'hidden', advice.length === 0);
    set(this.#report, 'hidden', !isDone);
  }

  /** @returns {Finding[]} */
  #findings() {
    const { local, t } = this.#parts;
    return this.#result ? [...findings(this.#result), ...deviceFindings(local, t)] : [];
  }

  /** @param {Finding} one */
  #line({ topic }) {
    return h('li', {}, icon('clock'), h('span', { class: 'finding-topic' }, this.#parts.t(`stage.check.topic.${topic}`)), h('span', { class: 'finding-value' }));
  }

  /** @param {HTMLElement} element @param {Finding} one */
  #update(element, one) {
    const [symbol, , value] = element.children;
    changeIcon(symbol, SYMBOLS[one.verdict]);
    set(element, 'data-verdict', one.verdict);
    text(value, valueWords(one, this.#parts.t));
  }

  #text() {
    const { firewall, t } = this.#parts;
    return reportText({ findings: this.#findings(), places: this.#result?.places ?? [], firewall, site: window.location.origin, browser: navigator.userAgent, at: new Date() }, t);
  }

  #save() {
    const { t } = this.#parts;
    download(`${fileName(t('stage.check.report.file'), window.location.hostname, new Date().toISOString().slice(0, 10))}.txt`, 'text/plain', this.#text());
  }

  /** @param {string} label @param {() => string} what */
  #copyButton(label, what) {
    const { t } = this.#parts;
    const element = button({
      icon: 'copy',
      label,
      kind: 'button secondary',
      onClick: async () => {
        const done = await copy(what());
        element.show(done ? 'check' : 'warning', t(done ? 'stage.check.copied' : 'stage.invite.not-copied'));
        window.setTimeout(() => element.show('copy', label), SAID_FOR);
      },
    });
    return element;
  }
}

customElements.define('plenum-check', CheckView);
