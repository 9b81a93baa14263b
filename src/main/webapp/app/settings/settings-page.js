/**
 * One page of the settings. Types only.
 *
 * @import { TabPage } from '../ui/tabs.js'
 * @typedef {TabPage & {open(): void, rest(): void}} SettingsPage listens and looks only while the settings are open
 */

export {};
