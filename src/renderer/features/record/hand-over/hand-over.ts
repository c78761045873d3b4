/** A record to the clipboard and to paper. Failures are told; nothing is thrown. */
import { linksAsWords } from '../../../../shared/markdown/links-as-words.ts'
import type { AnyRecord } from '../../../../shared/model/record.ts'
import { formatError } from '../../../api/format-error.ts'
import { i18n } from '../../../i18n/index.ts'
import { copyRich } from '../../../parts/clipboard/copy-rich.ts'
import { copyText } from '../../../parts/clipboard/copy-text.ts'
import { showToast } from '../../../store/toasts.ts'
import { printPaper } from './print-paper.ts'
import { recordDocument, recordPaper } from './record-document.ts'

async function telling(work: () => Promise<void>): Promise<void> {
  try {
    await i18n.loadNamespaces('record')
    await work()
  } catch (error) {
    showToast({ message: formatError(error), tone: 'bad' })
  }
}

function tellCopied(done: boolean, what: 'copiedMarkdown' | 'copiedRich', title: string): void {
  showToast(done ? { message: i18n.t(`record:handOver.${what}`, { title }) } : { message: i18n.t('record:bar.notCopied'), tone: 'bad' })
}

const tooLong = () => showToast({ message: i18n.t('record:handOver.tooLong'), tone: 'bad' })

export const copyMarkdown = (record: AnyRecord): Promise<void> =>
  telling(async () => {
    const { markdown } = await recordDocument(record)
    tellCopied(await copyText(markdown), 'copiedMarkdown', record.title)
  })

export const copyRichText = (record: AnyRecord): Promise<void> =>
  telling(async () => {
    const { markdown, paper } = await recordPaper(record, true)
    if (paper) tellCopied(await copyRich(paper, linksAsWords(markdown)), 'copiedRich', record.title)
    else tooLong()
  })

export const printRecord = (record: AnyRecord): Promise<void> =>
  telling(async () => {
    const { paper } = await recordPaper(record, false)
    if (paper) printPaper(paper, record)
    else tooLong()
  })
