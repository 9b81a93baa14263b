/**
 * The whiteboard. As docs/protocol/whiteboard.md has it. Types only.
 *
 * @typedef {'everybody' | 'named' | 'moderators' | 'nobody'} Drawing
 * @typedef {'points' | 'draws' | 'shines' | 'away'} BoardHand
 * @typedef {{element: string, page: number, body?: string | null, place?: string | null}} BoardStep
 * @typedef {{number: number, by: string, key: string, cleared?: number | null, steps: BoardStep[]}} BoardOperation
 * @typedef {{number: number, by: string, element: string, page: number, body?: string | null, place?: string | null}} BoardEntry
 * @typedef {{page: number, number: number}} BoardCleared
 * @typedef {{participant: string, page: number, hand: BoardHand, points: number[], sealed?: string[] | null}} BoardPointer
 * @typedef {{page: number, x: number, y: number, width: number, height: number}} BoardSight
 * @typedef {{type: 'board-show', shown: boolean}
 *   | {type: 'board-open', board?: string | null, known?: number | null}
 *   | {type: 'board-more', after: number}
 *   | {type: 'board-close'}
 *   | {type: 'board-draw', board: string, key: string, steps: BoardStep[]}
 *   | {type: 'board-clear', board: string, key: string, page: number}
 *   | {type: 'board-rules', drawing: Drawing, named: string[]}
 *   | {type: 'board-point', page: number, hand: BoardHand, points: number[], sealed?: string | null}
 *   | {type: 'board-look', sight?: BoardSight | null, sealed?: string | null}
 *   | {type: 'board-follow', participant?: string | null}} WhiteboardAsk
 * @typedef {{type: 'board-state', board: string, shown: boolean, drawing: Drawing, named: string[]}
 *   | {type: 'board-part', board: string, reset: boolean, cleared: BoardCleared[], entries: BoardEntry[], upTo: number, more: boolean, ticket?: string | null}
 *   | {type: 'board-drawn', board: string, operations: BoardOperation[]}
 *   | {type: 'board-pointers', pointers: BoardPointer[]}
 *   | {type: 'board-seen', participant: string, sight?: BoardSight | null, sealed?: string | null}} WhiteboardTold
 */

export {};
