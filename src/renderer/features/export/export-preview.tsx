import { FileText, Folder, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportOptions } from '../../../shared/model/export-options.ts'
import { hostReason } from '../../api/format-error.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { classNames } from '../../ui/class-names.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { dropWords, withheldWords } from './count-words.ts'
import { LevelLine } from './level-line.tsx'
import styles from './preview.module.css'
import type { Preview } from './use-preview.ts'

interface RowProps {
  readonly icon: ReactNode
  readonly name: string
  readonly count?: number | undefined
  readonly children?: ReactNode
}

const Row = ({ icon, name, count, children }: RowProps) => (
  <li>
    <span className={styles.row}>
      {icon}
      <bdi className={styles.name}>{name}</bdi>
      {count !== undefined && <span className={styles.count}>{formatNumber(count)}</span>}
    </span>
    {children}
  </li>
)

export interface ExportPreviewPaneProps {
  readonly preview: Preview
  /** What the folder is called. */
  readonly root: string
  readonly options: ExportOptions
}

/** What would be written: how much, up to which level, what stays behind, and into which folders. */
export function ExportPreviewPane({ preview: { data, error, stale, slow }, root, options }: ExportPreviewPaneProps) {
  const { t } = useTranslation(['export', 'common'])
  const files = data ? data.records + data.attachments + (options.report ? 1 : 0) : 0
  return (
    <section aria-label={t('preview.label')} aria-busy={stale || undefined} className={classNames(styles.preview, stale && styles.stale)}>
      <h3 className={styles.title}>{t('preview.label')}</h3>
      {error && <p role="alert">{hostReason(error)}</p>}
      {slow && <Skeleton lines={6} />}
      {data && !error && (
        <>
          <div role="status" className={styles.facts}>
            {data.records === 0 ? (
              <p className={styles.bad}>
                <TriangleAlert />
                {t(data.withheld.records > 0 ? 'preview.allWithheld' : 'preview.nothing')}
              </p>
            ) : (
              <>
                <p className={styles.total}>{t('preview.files', { count: files, number: formatNumber(files) })}</p>
                <LevelLine level={data.level} />
              </>
            )}
            {withheldWords(data.withheld, options.upTo, t, data.mayWithhold).map((words) => (
              <p key={words}>{words}</p>
            ))}
            {dropWords(data.drops, t).map((words) => (
              <p key={words} className={styles.drop}>
                <TriangleAlert />
                {words}
              </p>
            ))}
          </div>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keys (WCAG 2.1.1) */}
          <div role="region" aria-label={t('preview.tree')} tabIndex={0} className={styles.tree}>
            <ul>
              <Row icon={<Folder />} name={root}>
                <ul className={styles.inside}>
                  {data.folders.map(({ path, count, first }) => {
                    const names = first.map((name) => (
                      <li key={name} className={styles.file}>
                        <bdi>{name}</bdi>
                      </li>
                    ))
                    const more = count > first.length && (
                      <li className={styles.more}>
                        {t('preview.more', { count: count - first.length, number: formatNumber(count - first.length) })}
                      </li>
                    )
                    return path === '' ? (
                      [...names, more]
                    ) : (
                      <Row key={path} icon={<Folder />} name={path} count={count}>
                        <ul className={styles.inside}>
                          {names}
                          {more}
                        </ul>
                      </Row>
                    )
                  })}
                  {data.moreFolders > 0 && (
                    <li className={styles.more}>
                      {t('preview.moreFolders', { count: data.moreFolders, number: formatNumber(data.moreFolders) })}
                    </li>
                  )}
                  {data.attachments > 0 && <Row icon={<Folder />} name="attachments" count={data.attachments} />}
                  {options.report && data.records > 0 && <Row icon={<FileText />} name="EXPORT.md" />}
                </ul>
              </Row>
            </ul>
          </div>
        </>
      )}
    </section>
  )
}
