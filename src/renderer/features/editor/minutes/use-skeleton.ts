import { isolateHistory } from '@codemirror/commands'
import type { EditorView } from '@codemirror/view'
import { useCallback, type RefObject } from 'react'
import { canMakeSkeleton, skeletonText } from './minutes-texts.ts'

/** Writes the skeleton of the meeting over its provisional agenda; one undo takes it back. */
export function useSkeleton(id: string, viewRef: RefObject<EditorView | null>): () => Promise<void> {
  return useCallback(async () => {
    const before = viewRef.current?.state.doc
    if (!before || viewRef.current?.state.readOnly) return
    const text = await skeletonText(id, before.toString())
    const editor = viewRef.current
    // what was typed meanwhile stays
    if (text === '' || !editor || editor.state.readOnly || !editor.state.doc.eq(before) || !canMakeSkeleton(before.toString())) return
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: text },
      selection: { anchor: text.indexOf('\n') },
      annotations: isolateHistory.of('full'),
      userEvent: 'input.format',
    })
    editor.focus()
  }, [id, viewRef])
}
