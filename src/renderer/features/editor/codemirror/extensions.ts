/** What the editor is made of. */
import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { history, historyKeymap, moveLineDown, moveLineUp, standardKeymap } from '@codemirror/commands'
import { highlightSelectionMatches } from '@codemirror/search'
import { EditorState, Prec, type Extension } from '@codemirror/state'
import { crosshairCursor, drawSelection, dropCursor, EditorView, keymap, rectangularSelection, tooltips } from '@codemirror/view'
import { findable } from '../finding/editor-finder.ts'
import { askedPlace, heldPlaces } from './asked-place.ts'
import { attachFiles } from './attach-files.ts'
import { chipKeys } from './chip-keys.ts'
import { commandKeys } from './command-keys.ts'
import { enterAhead } from './enter-ahead.ts'
import { indentItem, outdentItem } from './commands.ts'
import { deadlineOffer } from './deadline-offer.ts'
import { editorHost, type EditorHost } from './editor-host.ts'
import { insertMenu } from './insert-menu.ts'
import { knownAttachments } from './known-attachments.ts'
import { knownLinks } from './known-links.ts'
import { linkCompletion } from './link-completion.ts'
import { linkResolver } from './link-resolver.ts'
import { liveFormat } from './live-format.ts'
import { markdownText } from './markdown-language.ts'
import { mouse } from './mouse.ts'
import { pasteTable } from './paste-table.ts'
import { typesOver } from './type-over.ts'

export interface EditorParts {
  readonly host: EditorHost
  /** The nonce of this page's content security policy. */
  readonly nonce: string
  /** Of the record. */
  readonly id: string
  /** Words of the editor's own parts (announcements). */
  readonly phrases: Readonly<Record<string, string>>
  readonly label: string
  /** Id of the element that explains the keyboard. */
  readonly describedBy: string
  /** What floats over the text, such as the list of names, stands in it. */
  readonly floatsIn: HTMLElement
}

/** Short news stand over the lower edge of the window: the line that is written must not lie under them. */
function coveredByToasts(): number {
  const first = document.querySelector('[data-toasts] li')
  return first ? Math.max(0, innerHeight - first.getBoundingClientRect().top) : 0
}

export function editorExtensions({ id, host, nonce, phrases, label, describedBy, floatsIn }: EditorParts): Extension[] {
  return [
    EditorView.cspNonce.of(nonce),
    editorHost.of(host),
    EditorState.phrases.of(phrases),
    commandKeys,
    history(),
    drawSelection(),
    dropCursor(),
    EditorState.allowMultipleSelections.of(true),
    rectangularSelection(),
    crosshairCursor(),
    EditorView.lineWrapping,
    EditorView.scrollMargins.of(() => ({ bottom: coveredByToasts() })),
    closeBrackets(),
    attachFiles,
    pasteTable,
    markdownText,
    enterAhead,
    deadlineOffer,
    linkCompletion,
    insertMenu,
    askedPlace,
    heldPlaces,
    chipKeys,
    knownLinks,
    knownAttachments,
    liveFormat,
    linkResolver,
    mouse,
    typesOver,
    findable(id),
    highlightSelectionMatches({ highlightWordAroundCursor: false }),
    tooltips({ parent: floatsIn }),
    Prec.high(
      keymap.of([
        { key: 'Tab', run: indentItem, shift: outdentItem },
        { key: 'Alt-ArrowUp', run: moveLineUp },
        { key: 'Alt-ArrowDown', run: moveLineDown },
      ]),
    ),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...standardKeymap]),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-describedby': describedBy,
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
    }),
  ]
}
