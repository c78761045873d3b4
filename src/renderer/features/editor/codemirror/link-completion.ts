/** `[[` completes records, `@` people (in an action organisations too); the last items make a record of what was typed. */
import { autocompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import type { EditorState, Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { linkKey } from '../../../../shared/text/link-key.ts'
import type { WidgetIconName } from '../widget-icons.tsx'
import { actionAt } from './action-commands.ts'
import { closingLength, completionRequest, linkText, titleFromQuery, type CompletionRequest } from '../text/completion-text.ts'
import { editorHost } from './editor-host.ts'
import css from './completion.module.css'
import { inCode } from './in-code.ts'
import { insertSource, type InsertCompletion } from './insert-menu.ts'

interface LinkCompletion extends Completion {
  readonly icon: WidgetIconName
  /** What the icon says; empty where the label does. */
  readonly said: string
  readonly creates: boolean
}

/** Writes the link over the trigger, what was typed, and the brackets that were closed ahead. */
function write(view: EditorView, request: CompletionRequest, from: number, to: number, text: string) {
  const line = view.state.doc.lineAt(to)
  const end = to + (request.trigger === '[[' ? closingLength(view.state.doc.sliceString(to, line.to)) : 0)
  view.dispatch({
    changes: { from, to: end, insert: text },
    selection: { anchor: from + text.length },
    scrollIntoView: true,
    userEvent: 'input.complete',
  })
}

async function linkSource(context: CompletionContext): Promise<CompletionResult | null> {
  const line = context.state.doc.lineAt(context.pos)
  const request = completionRequest(context.state.doc.sliceString(line.from, context.pos))
  if (!request) return null
  if (inCode(context.state, context.pos)) return null
  const host = context.state.facet(editorHost)()
  const from = line.from + request.from
  const found = await host.suggest(
    request.query,
    request.trigger === '[[' ? 'all' : actionAt(context.state, context.pos) ? 'contacts' : 'people',
  )
  if (context.aborted) return null
  const options: LinkCompletion[] = found.map((suggestion) => ({
    label: suggestion.alias || suggestion.title,
    detail: [suggestion.alias && suggestion.title, suggestion.detail].filter(Boolean).join(' · '),
    icon: suggestion.kind,
    said: host.words.kind(suggestion.kind),
    creates: false,
    apply: (view, _completion, start, end) => write(view, request, start, end, linkText(suggestion.title, suggestion.alias)),
  }))
  const title = titleFromQuery(request.query)
  const taken = found.some((suggestion) =>
    [suggestion.title, suggestion.alias].some((name) => title !== null && linkKey(name) === linkKey(title)),
  )
  if (title !== null && !taken) {
    const make = (kind: 'note' | 'contact', label: string): LinkCompletion => ({
      label,
      icon: 'plus',
      said: '',
      creates: true,
      apply: (view, _completion, start, end) => {
        write(view, request, start, end, linkText(title, ''))
        host.create(kind, title)
      },
    })
    if (request.trigger === '[[') options.push(make('note', host.words.createNote(title)), make('contact', host.words.createContact(title)))
    else if (request.query.trim().length > 1) options.push(make('contact', host.words.createContact(title)))
  }
  return options.length === 0 ? null : { from, options, filter: false }
}

const drawIcon = (completion: Completion, _state: EditorState, view: EditorView): Node | null => {
  const { icon, said = '' } = completion as InsertCompletion & Partial<LinkCompletion>
  const holder = document.createElement('span')
  holder.className = css['kind'] ?? ''
  if (said !== '') holder.title = said
  holder.append(view.state.facet(editorHost)().icon(icon))
  return holder
}

export const linkCompletion: Extension = autocompletion({
  override: [linkSource, insertSource],
  icons: false,
  addToOptions: [{ render: drawIcon, position: 20 }],
  optionClass: (completion) => css['creates' in completion ? (completion.creates === true ? 'creates' : 'name') : 'insert'] ?? '',
  tooltipClass: () => css['list'] ?? '',
  maxRenderedOptions: 20,
  // whoever types fast means the name on the screen: a line end would break the link in two
  interactionDelay: 0,
  activateOnTypingDelay: 40,
})
