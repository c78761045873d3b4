/** A record to the clipboard and to paper. Failures are told; nothing is thrown. */
import type { HandedOver } from '../../../../shared/contract/hand-over.ts'
import { linksAsWords } from '../../../../shared/markdown/links-as-words.ts'
import type { AnyRecord } from '../../../../shared/model/record.ts'
import { formatError } from '../../../api/format-error.ts'
import { i18n } from '../../../i18n/index.ts'
import { copyRich } from '../../../parts/clipboard/copy-rich.ts'
import { copyText } from '../../../parts/clipboard/copy-text.ts'
import { tellGiven } from '../../../parts/hand-over/tell-given.ts'
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

interface Copied extends Pick<HandedOver, 'above'> {
  readonly done: boolean
  readonly what: 'copiedMarkdown' | 'copiedRich'
  readonly withhold: boolean
}

function tellCopied({ id, title }: AnyRecord, { done, what, withhold, above }: Copied, again: () => void): void {
  if (!done) {
    showToast({ message: i18n.t('record:bar.notCopied'), tone: 'bad' })
    return
  }
  const message = `${i18n.t(`record:handOver.${what}`, { title })}${withhold ? ` ${i18n.t('record:handOver.withheld')}` : ''}`
  tellGiven({ id, above, message, without: { label: 'copyWithout', run: again } })
}

const tooLong = (): void => void showToast({ message: i18n.t('record:handOver.tooLong'), tone: 'bad' })

/** `withhold`: without what it says of records above its own level. */
export const copyMarkdown = (record: AnyRecord, withhold = false): Promise<void> =>
  telling(async () => {
    const { markdown, above } = await recordDocument(record, withhold)
    const done = await copyText(markdown)
    tellCopied(record, { done, what: 'copiedMarkdown', withhold, above }, () => void copyMarkdown(record, true))
  })

export const copyRichText = (record: AnyRecord, withhold = false): Promise<void> =>
  telling(async () => {
    const { markdown, paper, above } = await recordPaper(record, { styled: true, withhold })
    if (!paper) return tooLong()
    const done = await copyRich(paper, linksAsWords(markdown))
    tellCopied(record, { done, what: 'copiedRich', withhold, above }, () => void copyRichText(record, true))
  })

export const printRecord = (record: AnyRecord, withhold = false): Promise<void> =>
  telling(async () => {
    const { paper, level, above } = await recordPaper(record, { styled: false, withhold })
    if (!paper) return tooLong()
    if (above) {
      const message = i18n.t('record:handOver.printed', { title: record.title })
      const again = () => void printRecord(record, true)
      tellGiven({ id: record.id, above, message, without: { label: 'printWithout', run: again } })
      // the dialog of the printer holds the window up: first it shows what it says
      await new Promise((resolve) => void setTimeout(resolve))
    }
    printPaper(paper, record, level)
  })
