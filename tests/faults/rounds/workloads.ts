/**
 * What the processes that are killed write. Each lane of a workload works in rounds, one transaction a round, and what
 * a round leaves is a pure function of its number: so every state of the disk is either exactly that of some round or wrong.
 */
import type { AnyRecord } from '../../../src/shared/model/record.ts'
import { newNote } from '../../support/new-record.ts'

export interface Round {
  /** Numbers of the records that are made or changed. */
  readonly puts: readonly number[]
  readonly erases: readonly number[]
}

export interface Workload {
  /** How many lanes write at the same time. */
  readonly lanes: number
  /** Of so many kills, how many fall on this workload. */
  readonly share: number
  readonly segmentBytes?: number
  readonly kind: 'typing' | 'command'
  /** What runs beside the lanes, over and over. */
  readonly beside?: 'compaction' | 'backup'
  /** The first round is 1. A lane's record `first(lane)` takes part in all of its rounds. */
  round(lane: number, round: number): Round
  /** A record as that round leaves it. */
  content(lane: number, number: number, round: number): AnyRecord
}

export const first = (lane: number): number => (lane + 1) * 100_000

/** The round that left a record. */
export const roundOf = (record: Pick<AnyRecord, 'body'>): number => Number(/^round (\d+)\n/.exec(record.body)?.[1] ?? Number.NaN)

const written = (number: number, round: number, characters: number, title = `Note ${number}`): AnyRecord =>
  newNote(number, title, `round ${round}\n${`Line of ${number} “${round}”.\n`.repeat(1 + Math.floor(characters / 24))}`)

const small = (_lane: number, number: number, round: number) => written(number, round, 200 + ((number * 7 + round * 131) % 3_000))
const typing = (lane: number, round: number): Round => ({ puts: [first(lane), first(lane) + 1 + (round % 11)], erases: [] })

/** Each round makes a record and erases the one that the round before had made. */
const erasing = (lane: number, round: number): Round => ({
  puts: [first(lane), first(lane) + 1 + (round % 5), first(lane) + 100 + round],
  erases: round === 1 ? [] : [first(lane) + 99 + round],
})

const from = (start: number, count: number): number[] => Array.from({ length: count }, (_, index) => start + index)

export const workloads = {
  typing: { lanes: 3, share: 30, kind: 'typing', round: typing, content: small },
  rotation: { lanes: 2, share: 15, segmentBytes: 12_000, kind: 'typing', round: typing, content: small },
  /** More than a megabyte, so that it is written in several steps before its one sync. */
  import: {
    lanes: 1,
    share: 10,
    kind: 'command',
    round: (lane) => ({ puts: from(first(lane), 500), erases: [] }),
    content: (_, number, round) => written(number, round, (number * 37 + round * 101) % 4_800),
  },
  /** A place gets another name, and whatever links to it follows. */
  rename: {
    lanes: 1,
    share: 10,
    kind: 'command',
    round: (lane) => ({ puts: from(first(lane), 61), erases: [] }),
    content: (lane, number, round) =>
      number === first(lane)
        ? written(number, round, 50, `Place ${round}`)
        : newNote(number, `Linker ${number}`, `round ${round}\nSee [[Place ${round}]] and what it says.`),
  },
  erasure: { lanes: 2, share: 10, segmentBytes: 40_000, kind: 'typing', round: erasing, content: small },
  compaction: { lanes: 2, share: 15, segmentBytes: 12_000, kind: 'typing', beside: 'compaction', round: erasing, content: small },
  backup: { lanes: 1, share: 5, segmentBytes: 12_000, kind: 'typing', beside: 'backup', round: typing, content: small },
} as const satisfies Record<string, Workload>

export type WorkloadName = keyof typeof workloads

export interface Expected {
  readonly round: number
  /** How often it was put since it was made. */
  readonly rev: number
}

/** What a lane has left after so many rounds, by the records' numbers. */
export function stateAfter(workload: Workload, lane: number, rounds: number): ReadonlyMap<number, Expected> {
  const state = new Map<number, Expected>()
  for (let round = 1; round <= rounds; round += 1) {
    const { puts, erases } = workload.round(lane, round)
    for (const number of erases) state.delete(number)
    for (const number of puts) state.set(number, { round, rev: (state.get(number)?.rev ?? 0) + 1 })
  }
  return state
}
