/** The form over the text that asks what belongs to an action or a decision, beside its line. */
import type { EditorState } from '@codemirror/state'
import type { EditorView, ViewUpdate } from '@codemirror/view'
import { useCallback, useRef, useState, type ReactElement, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { localDay } from '../../../i18n/dates.ts'
import type { Taken } from '../../../../shared/markdown/taken-words.ts'
import { Popover } from '../../../ui/popover.tsx'
import { actionAt, changeAction, toggleAction, wordAction, type ActionAt } from '../codemirror/action-commands.ts'
import { askAbout, askedPlace } from '../codemirror/asked-place.ts'
import { changeDecisionAt, decisionAt, toggleDecision, type DecisionAt } from '../codemirror/decision-commands.ts'
import { deadlineOfferAt, withOfferTaken } from '../codemirror/deadline-offer.ts'
import { endOfWords } from '../text/action-marks.ts'
import { textDate, textDay, textLanguage } from '../text-context.ts'
import { DecisionForm } from './decision-form.tsx'
import { LineActionForm } from './line-action-form.tsx'
import css from './line-form.module.css'
import { nextDecision } from './next-decision.ts'
import { numberDecision } from './number-decision.ts'

type Asked = { readonly top: number; readonly height: number } & (
  | { readonly kind: 'action'; readonly focus: 'responsible' | 'due'; readonly action: ActionAt; readonly offered: string }
  | { readonly kind: 'decision'; readonly decision: DecisionAt }
)

export interface LineForm {
  /** Makes an action of the line unless it is one, and asks for more. */
  readonly askAction: (at: number, focus: 'responsible' | 'due') => void
  readonly askDecision: (at: number) => void
  /** Follows what is written while a form is open. */
  readonly follow: (update: ViewUpdate) => void
  readonly form: ReactElement | null
}

/** The deadline that the words of an action give, unless it has one; else empty. */
const offeredAt = (state: EditorState, at: number): string => deadlineOfferAt(state, at)?.due ?? ''

/** Where a line stands in the editor's box. */
function placeOf(view: EditorView, root: HTMLElement, at: number) {
  const block = view.lineBlockAt(at)
  return { top: view.documentTop + block.top * view.scaleY - root.getBoundingClientRect().top, height: block.height * view.scaleY }
}

/** `id` of the record. */
export function useLineForm(id: string, rootRef: RefObject<HTMLElement | null>, viewRef: RefObject<EditorView | null>): LineForm {
  const { t } = useTranslation('editor')
  const [asked, setAsked] = useState<Asked | null>(null)
  const [rule, setRule] = useState<Taken>('')
  const open = useRef(false)
  /** The last decision that was to be numbered has its number. */
  const numbered = useRef<Promise<unknown>>(Promise.resolve())

  const show = useCallback(
    (
      at: number,
      next:
        { kind: 'action'; focus: 'responsible' | 'due'; action: ActionAt; offered: string } | { kind: 'decision'; decision: DecisionAt },
    ) => {
      if (!viewRef.current || !rootRef.current) return
      viewRef.current.dispatch({ effects: askAbout.of(at) })
      open.current = true
      setAsked({ ...placeOf(viewRef.current, rootRef.current, at), ...next })
    },
    [rootRef, viewRef],
  )

  const askAction = useCallback(
    (at: number, focus: 'responsible' | 'due') => {
      const editor = viewRef.current
      if (!editor || editor.state.readOnly) return
      if (!actionAt(editor.state, at)) {
        editor.dispatch({ selection: { anchor: at } })
        if (!toggleAction(editor)) return
        at = editor.state.selection.main.head
      }
      const action = actionAt(editor.state, at)
      if (action) show(editor.state.doc.lineAt(at).to, { kind: 'action', focus, action, offered: offeredAt(editor.state, at) })
    },
    [show, viewRef],
  )

  const askDecision = useCallback(
    (at: number) => {
      const editor = viewRef.current
      if (!editor || editor.state.readOnly) return
      let place = editor.state.doc.lineAt(at).to
      const isNew = !decisionAt(editor.state, place)
      if (isNew) {
        if (!toggleDecision(editor)) return
        place = editor.state.doc.lineAt(editor.state.selection.main.from).to
      }
      const decision = decisionAt(editor.state, place)
      if (!decision) return
      show(place, { kind: 'decision', decision })
      // one after the other: the next number counts the one before
      const next = numbered.current.then(() => nextDecision(id, editor.state.doc.toString()))
      void next.then(({ rule: known }) => setRule(known))
      if (isNew) numbered.current = numberDecision(editor, place, next)
    },
    [id, show, viewRef],
  )

  const follow = useCallback((update: ViewUpdate) => {
    const at = update.state.field(askedPlace)
    if (!open.current || !update.docChanged || at === null) return
    const [action, decision] = [actionAt(update.state, at), decisionAt(update.state, at)]
    setAsked((now) => {
      if (now?.kind === 'action') return action && { ...now, action, offered: offeredAt(update.state, at) }
      return now && decision && { ...now, decision }
    })
  }, [])

  /** Writes a change; false when it cannot be written there. */
  const write = (change: (editor: EditorView, at: number) => ReturnType<typeof changeAction>): boolean => {
    const editor = viewRef.current
    const at = editor?.state.field(askedPlace)
    const spec = editor && typeof at === 'number' ? change(editor, at) : null
    if (!editor || !spec) return false
    editor.dispatch(spec)
    return true
  }
  /** The caret goes where the writing goes on: behind the words of an action, whose chips stay chips, or where it was in the title of a decision. */
  const close = () => {
    open.current = false
    setAsked(null)
    const editor = viewRef.current
    const at = editor?.state.field(askedPlace)
    if (!editor || typeof at !== 'number') return
    const line = editor.state.doc.lineAt(at)
    const decision = decisionAt(editor.state, at)
    const { head } = editor.state.selection.main
    const stays = decision && head > line.from && head <= line.to && decision.title !== ''
    // the title is parted from the number
    const insert = decision?.title === '' && /\S$/.test(line.text) ? ' ' : ''
    editor.dispatch({
      effects: askAbout.of(null),
      ...(insert && { changes: { from: line.to, insert } }),
      ...(!stays && { selection: { anchor: line.from + endOfWords(line.text) + insert.length } }),
      scrollIntoView: true,
    })
    editor.focus()
  }
  const plain = () => {
    const editor = viewRef.current
    const at = editor?.state.field(askedPlace)
    if (editor && typeof at === 'number') {
      editor.dispatch({ selection: { anchor: at } })
      if (asked?.kind === 'action') toggleAction(editor)
      else toggleDecision(editor)
      editor.dispatch({ effects: askAbout.of(editor.state.selection.main.head) })
    }
    close()
  }

  const form = asked && (
    <Popover
      anchored
      open
      label={asked.kind === 'action' ? t('action.label') : t('decision')}
      onOpenChange={(next) => !next && close()}
      onCloseAutoFocus={(event) => {
        // the text has it already
        event.preventDefault()
      }}
      trigger={<span className={css['anchor']} style={{ top: asked.top, height: asked.height }} />}
    >
      {asked.kind === 'action' ? (
        <LineActionForm
          action={asked.action}
          offered={asked.offered}
          focus={asked.focus}
          from={{ today: textDay(id), language: textLanguage(id) }}
          on={textDate(id)}
          onWords={(words) => write((editor, at) => wordAction(editor.state, at, words))}
          onResponsible={(responsible) => write((editor, at) => changeAction(editor.state, at, { responsible, today: localDay() }))}
          onOffered={() =>
            write((editor, at) => {
              const offer = deadlineOfferAt(editor.state, at)
              return offer && withOfferTaken(editor.state, offer)
            })
          }
          onDue={(due) => write((editor, at) => changeAction(editor.state, at, { due, today: localDay() }))}
          onPlain={plain}
          onDone={close}
        />
      ) : (
        <DecisionForm
          decision={asked.decision}
          rule={rule}
          onTaken={(taken) => write((editor, at) => changeDecisionAt(editor.state, at, { taken }))}
          onNumber={(number) => write((editor, at) => changeDecisionAt(editor.state, at, { number }))}
          onPlain={plain}
          onDone={close}
        />
      )}
    </Popover>
  )
  return { askAction, askDecision, follow, form }
}
