/** Texts of actions and decisions as they are read: without markdown, brackets and signifiers. */
import { plainText } from '../../../shared/markdown/plain.ts'
import { findTasks } from '../../../shared/markdown/tasks.ts'
import { formatDate } from '../../i18n/dates.ts'

/** Signs of the Tasks plugin that stay in the words of an action, and their dates. */
const DATED = /[⏳🛫][\uFE0E\uFE0F]?\s*(\d{4}-\d{2}-\d{2})/gu
const SIGNS = /(?:[🆔⛔][\uFE0E\uFE0F]?\s*[\w,-]+|[⏫🔼🔽🔺⏬][\uFE0E\uFE0F]?)/gu

/** One run of text. */
export function plainWords(markdown: string): string {
  const unsigned = markdown.replace(DATED, (_, date: string) => formatDate(date)).replace(SIGNS, '')
  return plainText(unsigned).text
}

/** Several lines; who does an action and until when follows it in brackets, as in prose. */
export function plainLines(markdown: string): string {
  const lines = markdown.split('\n').map((line) => {
    const [task] = findTasks(line)
    if (!task) return plainWords(line)
    const who = [task.responsible.map(plainWords).join(', '), formatDate(task.due)].filter(Boolean).join(', ')
    return who ? `${plainWords(task.text)} (${who})` : plainWords(task.text)
  })
  return lines.filter(Boolean).join('\n')
}
