/** Prints a document in place of the window: the page's own sheet of paper is shown to the printer alone. */
import type { Classification } from '../../../../shared/model/common.ts'
import type { AnyRecord } from '../../../../shared/model/record.ts'
import { i18n } from '../../../i18n/index.ts'
import css from './paper.module.css'

/** Put together anew for each printing; what is left of one that nobody told the end of goes. */
const SHEET = 'paper'

/** `level`: of all that stands on it. */
export function printPaper(paper: DocumentFragment, { title, language }: AnyRecord, level: Classification): void {
  document.getElementById(SHEET)?.remove()
  const sheet = document.createElement('div')
  sheet.id = SHEET
  sheet.className = css['sheet'] ?? ''
  // paper is white and ink is black, whatever the theme of the window
  sheet.dataset['theme'] = 'light'
  if (language !== '') sheet.lang = language
  // above and below each page, where one that is taken out of the pile still says it
  const mark = document.createElement('p')
  mark.className = css['level'] ?? ''
  mark.textContent = i18n.t(`common:classification.${level}`)
  sheet.append(mark, paper)
  document.body.append(sheet)
  const windowTitle = document.title
  // the name that a PDF is saved under
  document.title = title
  document.documentElement.dataset['printing'] = ''
  addEventListener(
    'afterprint',
    () => {
      sheet.remove()
      document.title = windowTitle
      delete document.documentElement.dataset['printing']
    },
    { once: true },
  )
  print()
}
