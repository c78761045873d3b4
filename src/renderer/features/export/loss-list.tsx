import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ExportLoss, ExportProof } from '../../../shared/contract/jobs.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { copyText } from '../../parts/clipboard/copy-text.ts'
import { openInWindow } from '../../parts/places/open-window.ts'
import { navigate, recordAddress } from '../../store/navigation.ts'
import { showToast } from '../../store/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { offerResult } from './export-job.ts'
import styles from './export.module.css'

/** Every record and field that did not come back as it was: to be gone to, and to be copied. */
export function LossList({ proof, onLeave }: { readonly proof: ExportProof; readonly onLeave: () => void }) {
  const { t } = useTranslation(['export', 'fields'])
  const wordsOf = ({ field, problem }: ExportLoss) =>
    t(`loss.${problem}`, { field: field === '' ? t('loss.whole') : t(`fields:label.${field}`, { defaultValue: field }) })
  const more = proof.moreLosses > 0 && t('loss.more', { count: proof.moreLosses, number: formatNumber(proof.moreLosses) })
  const copy = async () => {
    const lines = proof.losses.map((loss) => [loss.title, wordsOf(loss), loss.path].join('\t'))
    const done = await copyText([...lines, ...(more ? [more] : [])].join('\n'))
    showToast(done ? { message: t('loss.copied'), tone: 'good' } : { message: t('loss.notCopied'), tone: 'bad' })
  }
  const follow = (address: string, apart: boolean) => {
    if (apart) return void openInWindow(address)
    onLeave()
    navigate(address)
    offerResult()
  }
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keys (WCAG 2.1.1) */}
      <div role="region" aria-label={t('loss.label')} tabIndex={0} className={styles.list}>
        <ul>
          {proof.losses.map((loss) => {
            const { path, title, field, problem, record } = loss
            const address = record && recordAddress(record.kind, record.id)
            return (
              <li key={`${path} ${record?.id} ${field} ${problem}`}>
                {address === null ? (
                  <bdi>{title || path}</bdi>
                ) : (
                  <a
                    href={address}
                    onClick={(event) => {
                      event.preventDefault()
                      follow(address, event.ctrlKey || event.metaKey)
                    }}
                  >
                    <bdi>{title}</bdi>
                  </a>
                )}
                <small>{wordsOf(loss)}</small>
                <small>{path}</small>
              </li>
            )
          })}
          {more && <li>{more}</li>}
        </ul>
      </div>
      <div>
        <Button icon={<Copy />} onClick={() => void copy()}>
          {t('loss.copy')}
        </Button>
      </div>
    </>
  )
}
