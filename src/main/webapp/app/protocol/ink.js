/**
 * Ink on a shared screen. As docs/protocol/ink.md has it. Types only.
 *
 * @typedef {'everybody' | 'moderators' | 'nobody'} InkDrawing
 * @typedef {{type: 'ink-draw', share: string, stroke: string, color: string, points: number[], ended: boolean, sealed?: string}
 *   | {type: 'ink-undo' | 'ink-clear', share: string}
 *   | {type: 'ink-rules', share: string, fadeSeconds: number, drawing: InkDrawing, frozen: boolean}} InkAsk
 * @typedef {{type: 'ink-drawn', share: string, by: string, stroke: string, color: string, points: number[], ended: boolean, sealed?: string | null}
 *   | {type: 'ink-gone', share: string, strokes: string[]}
 *   | {type: 'ink-state', share: string, width: number, fadeSeconds: number, drawing: InkDrawing, frozen: boolean}} InkTold
 */

export {};
