import { CircleDashed, Plus } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/index.ts'
import { titleProblem } from '../../../shared/model/vocabulary.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { askNewRecord } from '../../parts/dialogs/dialogs.ts'
import { KindIcon } from '../../parts/records/kind-icons.tsx'
import { useQuery } from '../../api/use-query.ts'
import { recordAddress } from '../../store/navigation.ts'
import { useReadOnly } from '../../store/session.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { BacklinksSection } from './backlinks-section.tsx'
import { MiniRow } from './mini-row.tsx'
import { outgoingNames } from './outgoing-names.ts'
import { Section } from './section.tsx'

export interface LinksTabProps {
  readonly record: AnyRecord
  readonly backlinks: Output<'links.backlinks'> | undefined
  /** Asks for all backlinks. */
  readonly onShowAll: () => void
}

/** Links in both directions; a name of nothing can become a record. */
export function LinksTab({ record, backlinks, onShowAll }: LinksTabProps) {
  const { t } = useTranslation('inspector')
  const writable = useReadOnly() === null
  const names = useMemo(() => outgoingNames(record), [record])
  const { data: targets } = useQuery('links.resolve', { names }, { dependsOn: 'records' })
  // answers of the names before fit no more when their number has changed
  const found = targets?.length === names.length ? targets : undefined
  return (
    <>
      <BacklinksSection backlinks={backlinks} onShowAll={onShowAll} />
      <Section title={t('linksTo')} count={names.length} empty={t('noLinks')}>
        {names.map((name, index) => {
          const target = found?.[index]
          if (target)
            return (
              <MiniRow
                key={name}
                mark={<KindIcon kind={target.kind} />}
                title={target.title}
                address={recordAddress(target.kind, target.id)}
              />
            )
          return (
            <MiniRow
              key={name}
              mark={<CircleDashed aria-hidden="true" />}
              title={name}
              detail={target === null && t('unresolved')}
              action={
                target === null && writable && titleProblem(name) === undefined ? (
                  <IconButton size="small" label={t('create', { name })} icon={<Plus />} onClick={() => askNewRecord(null, name)} />
                ) : undefined
              }
            />
          )
        })}
      </Section>
    </>
  )
}
