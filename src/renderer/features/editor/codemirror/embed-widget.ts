/** A file of the record in the place of `![[its name]]`. */
import { WidgetType, type EditorView } from '@codemirror/view'
import type { Attachment } from '../../../../shared/model/attachment.ts'
import { createMissingEmbed, type Embed } from '../../../parts/attachments/embed-element.ts'
import { editorHost } from './editor-host.ts'

const embeds = new WeakMap<HTMLElement, Embed>()

export class EmbedWidget extends WidgetType {
  constructor(readonly attachment: Attachment) {
    super()
  }
  override eq(other: EmbedWidget) {
    return other.attachment.sha256 === this.attachment.sha256 && other.attachment.name === this.attachment.name
  }
  override toDOM(view: EditorView) {
    const embed = view.state
      .facet(editorHost)()
      .embed(this.attachment, () => view.requestMeasure())
    embeds.set(embed.element, embed)
    return embed.element
  }
  override destroy(dom: HTMLElement) {
    embeds.get(dom)?.destroy()
  }
  override ignoreEvent() {
    return false
  }
}

/** In the place of `![[its name]]` when the record has no such file. */
export class MissingFileWidget extends WidgetType {
  constructor(readonly name: string) {
    super()
  }
  override eq(other: MissingFileWidget) {
    return other.name === this.name
  }
  override toDOM(view: EditorView) {
    const icon = () => view.state.facet(editorHost)().icon('paperclip')
    return createMissingEmbed({ name: this.name, icon, button: false }).element
  }
  override ignoreEvent() {
    return false
  }
}
