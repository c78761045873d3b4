/** Asks which of the names on the screen are records, some at a time. */
import { ViewPlugin, type EditorView, type ViewUpdate } from '@codemirror/view'
import type { LinkTarget } from '../../../../shared/contract/lists.ts'
import { linkKey } from '../../../../shared/text/link-key.ts'
import { editorHost } from './editor-host.ts'
import { knownLinks, linksResolved } from './known-links.ts'
import { liveFormat } from './live-format.ts'

/** Names typed one letter after another are asked for once, when the typing rests. */
const REST_MS = 120

class LinkResolver {
  #asked = new Set<string>()
  #age = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #gone = false

  constructor(readonly view: EditorView) {
    this.#plan()
  }

  update(update: ViewUpdate) {
    const { age } = update.state.field(knownLinks)
    if (age !== this.#age) {
      this.#age = age
      this.#asked.clear()
    }
    if (this.#unasked().length > 0) this.#plan()
  }

  destroy() {
    this.#gone = true
    clearTimeout(this.#timer)
  }

  #unasked(): string[] {
    return [...(this.view.plugin(liveFormat)?.names ?? [])].filter((name) => !this.#asked.has(linkKey(name)))
  }

  #plan() {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#ask(), REST_MS)
  }

  async #ask() {
    const names = this.#unasked()
    if (names.length === 0) return
    for (const name of names) this.#asked.add(linkKey(name))
    const age = this.#age
    const found = await this.view.state.facet(editorHost)().resolve(names)
    if (this.#gone || age !== this.#age) return
    const answers = new Map<string, LinkTarget | null>()
    names.forEach((name, index) => {
      const target = found[index]
      if (target === undefined) this.#asked.delete(linkKey(name))
      else answers.set(linkKey(name), target)
    })
    this.view.dispatch({ effects: linksResolved.of(answers) })
  }
}

export const linkResolver = ViewPlugin.fromClass(LinkResolver)
