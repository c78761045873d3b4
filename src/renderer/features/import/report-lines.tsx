import { ClipboardCopy, Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImportReport } from '../../../shared/contract/jobs.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { copyText } from '../../parts/clipboard/copy-text.ts'
import { saveText } from '../../parts/files/save-text.ts'
import { showToast } from '../../store/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Location } from '../../ui/location.tsx'
import styles from './import.module.css'
import { reportLines, reportText, unnamed, type ReportPart } from './report-text.ts'
import { useImport } from './session.ts'

/** Files that were left out and why, what was settled on the way, or files that nothing named; to be read, copied and kept. */
export function ReportLines({ report, what }: { readonly report: ImportReport; readonly what: ReportPart }) {
  const { t } = useTranslation('import')
  const name = useImport((session) => session.name)
  const lines = reportLines(report, what)
  const more = unnamed(report, what)
  const moreWords = more > 0 ? t('done.more', { count: more, number: formatNumber(more) }) : ''
  // a file's text holds no marks of direction
  const plain = { name, interpolation: { escapeValue: false } }
  const title = t(`done.title_${what}`, plain)
  const text = () => reportText(title, lines, moreWords)
  const copy = async () => {
    const copied = await copyText(text())
    showToast({ message: t(copied ? 'done.copied' : 'done.notCopied'), tone: copied ? 'good' : 'bad' })
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by key */}
      <ul className={styles.lines} tabIndex={0} aria-label={t(`done.view.${what}`)}>
        {lines.map(({ file, words }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a file may be named twice with the same words, and the list never changes
          <li key={index}>
            <b>
              <Location path={file} />
            </b>
            <span>{words}</span>
          </li>
        ))}
        {moreWords !== '' && <li>{moreWords}</li>}
      </ul>
      <footer className={styles.footer}>
        <Button icon={<ClipboardCopy />} onClick={() => void copy()}>
          {t('done.copy')}
        </Button>
        <Button icon={<Download />} onClick={() => void saveText({ name: title, text: text(), type: 'text/plain' })}>
          {t('done.save')}
        </Button>
      </footer>
    </>
  )
}
