/** Actions and decisions of a row as one text: lists of values without the names of their fields. FACTS_VERSION tells their form. */
import type { ListedDecision, ListedTask } from './facts.ts'

type PackedTask = readonly [number, string, readonly string[], string, string, ListedTask['state'], ListedTask['remarks']]
type PackedDecision = readonly [
  line: number,
  number: string,
  title: string,
  text: string,
  taken: ListedDecision['taken'],
  status: ListedDecision['status'],
  supersededBy: string,
  statusOn: string,
  actions: number,
]

const packed = (list: readonly unknown[]) => (list.length === 0 ? '' : JSON.stringify(list))

// we wrote it ourselves, and a changed byte is found when the file is read
const unpacked = <T>(text: string): T[] => (text === '' ? [] : (JSON.parse(text) as T[]))

export const packedTasks = (tasks: readonly ListedTask[]): string =>
  packed(
    tasks.map(({ line, text, responsible, due, done, state, remarks }): PackedTask => [line, text, responsible, due, done, state, remarks]),
  )

export const unpackedTasks = (text: string): ListedTask[] =>
  unpacked<PackedTask>(text).map(([line, words, responsible, due, done, state, remarks]) => ({
    line,
    text: words,
    responsible: [...responsible],
    due,
    done,
    state,
    remarks,
  }))

export const packedDecisions = (decisions: readonly ListedDecision[]): string =>
  packed(
    decisions.map((each): PackedDecision => [
      each.line,
      each.number,
      each.title,
      each.text,
      each.taken,
      each.status,
      each.supersededBy,
      each.statusOn,
      each.actions,
    ]),
  )

export const unpackedDecisions = (text: string): ListedDecision[] =>
  unpacked<PackedDecision>(text).map(([line, number, title, words, taken, status, supersededBy, statusOn, actions]) => ({
    line,
    number,
    title,
    text: words,
    taken,
    status,
    supersededBy,
    statusOn,
    actions,
  }))
