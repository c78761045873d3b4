/**
 * Markdown for the editor. `markdown()` of the package would bring the grammars of HTML, CSS and JavaScript along, two
 * thirds of the editor's size, to colour what nobody here writes; this takes its parser and keys without them.
 */
import { commonmarkLanguage, deleteMarkupBackward, pasteURLAsLink } from '@codemirror/lang-markdown'
import { Language } from '@codemirror/language'
import { Prec, type Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { GFM, type MarkdownParser } from '@lezer/markdown'
import { continueMarks, enter } from './enter.ts'
import { wikiLinkSyntax } from './wiki-link-syntax.ts'

// the package's data facet tells its keys that this text is markdown
const language = new Language(
  commonmarkLanguage.data,
  (commonmarkLanguage.parser as MarkdownParser).configure([GFM, wikiLinkSyntax]),
  [],
  'markdown',
)

export const markdownText: Extension = [
  language,
  commonmarkLanguage.data.of({ closeBrackets: { brackets: ['(', '[', '{'] } }),
  pasteURLAsLink,
  Prec.high(
    keymap.of([
      // with Shift an empty line of a quotation parts two paragraphs of it
      { key: 'Enter', run: enter, shift: continueMarks },
      { key: 'Backspace', run: deleteMarkupBackward },
    ]),
  ),
]
