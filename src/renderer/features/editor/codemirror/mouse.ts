/** A click on an action's box ticks it, one on a day or on how a decision was taken asks for another; Ctrl or Cmd with a click follows a link. */
import { EditorView } from '@codemirror/view'
import { localDay } from '../../../i18n/dates.ts'
import { tickLine } from './action-commands.ts'
import { attachmentNamed, looksLikeFile } from '../../../../shared/model/attachment-name.ts'
import { editorHost } from './editor-host.ts'
import { knownAttachments } from './known-attachments.ts'
import { knownLinks, targetOf } from './known-links.ts'
import { linkAt } from './link-at.ts'

/** Opens what stands at a place; false when no link does. */
export function followAt(view: EditorView, at: number): boolean {
  const link = linkAt(view.state, at)
  if (!link) return false
  const host = view.state.facet(editorHost)()
  if (link.kind === 'address') host.openAddress(link.address)
  else if (link.name === '') return false
  else {
    const attachment = link.embed ? attachmentNamed(view.state.field(knownAttachments), link.name) : undefined
    if (attachment) host.openAttachment(attachment.name)
    else if (link.embed && looksLikeFile(link.name) && !targetOf(view.state.field(knownLinks), link.name)) host.showMissingFile()
    else host.follow(link.name)
  }
  return true
}

export const mouse = EditorView.domEventHandlers({
  mousedown(event, view) {
    if (event.button !== 0) return false
    const box = event.target instanceof Element ? event.target.closest('[data-task]') : null
    if (box) {
      event.preventDefault()
      const line = view.state.doc.lineAt(view.posAtDOM(box)).number - 1
      const spec = tickLine(view.state, line, localDay())
      if (spec) view.dispatch(spec)
      return true
    }
    const taken = event.target instanceof Element ? event.target.closest('[data-taken]') : null
    if (taken && !view.state.readOnly) {
      event.preventDefault()
      view.state.facet(editorHost)().askDecision(view.posAtDOM(taken))
      return true
    }
    const day = event.target instanceof Element ? event.target.closest('[data-signifier]') : null
    if (day && !view.state.readOnly) {
      const at = view.posAtDOM(day)
      event.preventDefault()
      view.state.facet(editorHost)().askAction(at, 'due')
      return true
    }
    if (!event.ctrlKey && !event.metaKey) return false
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY })
    return at !== null && followAt(view, at)
  },
})
