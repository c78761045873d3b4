import { ChevronDown, ChevronRight } from 'lucide-react'
import { useMemo, useState, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPlan } from '../../../shared/contract/import.ts'
import type { ImportMapping } from '../../../shared/model/import-mapping.ts'
import { kinds } from '../../../shared/model/vocabulary.ts'
import { formatLocale } from '../../i18n/index.ts'
import { formatNumber } from '../../i18n/dates.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { changeMapping } from './change-plan.ts'
import { folderLines, unfoldedAtFirst, type FolderLine } from './folder-tree.ts'
import { takeAbove, takeOf, withTake, type FolderTake } from './mapping-edits.ts'
import styles from './mapping-pane.module.css'
import { TagField } from './tag-field.tsx'

/** Folders on the page at once; more are asked for. */
const PORTION = 100

interface RuleProps {
  readonly line: FolderLine
  readonly mapping: ImportMapping
  readonly onFold: () => void
}

function FolderRule({ line: { path, name, depth, files, holdsFolders, unfolded }, mapping, onFold }: RuleProps) {
  const { t } = useTranslation('import')
  const isRoot = path === ''
  const shown = isRoot ? t('folders.all') : name
  const words = (take: Exclude<FolderTake, 'above'>) =>
    take === 'own' || take === 'leaveOut' ? t(`folders.take.${take}`) : t(`common:kinds.${take}`)
  const takes: readonly FolderTake[] = [...(isRoot ? [] : (['above'] as const)), 'own', ...kinds, 'leaveOut']
  return (
    <li className={styles.rule} style={{ '--depth': depth } as CSSProperties}>
      <div className={styles.folder}>
        {!isRoot && holdsFolders && (
          <IconButton
            label={t(unfolded ? 'folders.fold' : 'folders.unfold', { name })}
            icon={unfolded ? <ChevronDown /> : <ChevronRight />}
            aria-expanded={unfolded}
            onClick={onFold}
          />
        )}
        <span className={styles.name} title={path}>
          {shown}
        </span>
        <span className={styles.count}>{formatNumber(files)}</span>
      </div>
      <div className={styles.controls}>
        <Select
          label={t('folders.becomes', { name: shown })}
          hideLabel
          value={takeOf(mapping, path)}
          options={takes.map((take) => ({
            value: take,
            label: take === 'above' ? t('folders.take.above', { above: words(takeAbove(mapping, path)) }) : words(take),
          }))}
          onChange={(take) => changeMapping((now) => withTake(now, path, take))}
        />
        <TagField name={shown} path={path} mapping={mapping} />
      </div>
    </li>
  )
}

/** What the files of each folder become, and a tag for them. A rule holds for the folders in it too. */
export function FolderRules({ folders, mapping }: { readonly folders: ImportPlan['folders']; readonly mapping: ImportMapping }) {
  const { t } = useTranslation('import')
  const [unfolded, setUnfolded] = useState(() =>
    unfoldedAtFirst(
      folders,
      mapping.folders.map(({ path }) => path),
    ),
  )
  const [most, setMost] = useState(PORTION)
  const lines = useMemo(() => folderLines(folders, unfolded, formatLocale()), [folders, unfolded])
  const fold = (path: string) =>
    setUnfolded((now) => {
      const next = new Set(now)
      if (!next.delete(path)) next.add(path)
      return next
    })
  return (
    <div className={styles.section}>
      <h3 className={styles.title}>{t('folders.title')}</h3>
      <p className={styles.hint}>{t('folders.hint')}</p>
      <ul className={styles.rules}>
        {lines.slice(0, most).map((line) => (
          <FolderRule key={line.path} line={line} mapping={mapping} onFold={() => fold(line.path)} />
        ))}
      </ul>
      {lines.length > most && (
        <Button variant="quiet" onClick={() => setMost(most + PORTION)}>
          {t('folders.more', { count: lines.length - most, number: formatNumber(lines.length - most) })}
        </Button>
      )}
    </div>
  )
}
