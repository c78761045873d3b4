import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../shared/model/common.ts'
import type { AnyRecord } from '../../../shared/model/record.ts'
import { formatError } from '../../api/format-error.ts'
import { useQuery } from '../../api/use-query.ts'
import { showInspectorTab, useInspectorTab, type InspectorTab } from '../../parts/places/inspector-tab.ts'
import { useOpenRecord } from '../../store/records.ts'
import { SectionTitle } from '../../ui/section-title.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ActionsSection } from './actions-section.tsx'
import { AttachmentsSection } from './attachments-section.tsx'
import { BacklinksSection } from './backlinks-section.tsx'
import { ContactTab } from './contact-tab.tsx'
import { DecisionsSection } from './decisions-section.tsx'
import { DetailsTab } from './details-tab.tsx'
import css from './inspector.module.css'
import { LinksTab } from './links-tab.tsx'
import { useStanding } from './use-standing.ts'
import { OutlineSection } from './outline-section.tsx'

/** Backlinks in the first tab; the second has them all. */
const FEW = 4
/** What one answer may hold. */
const MOST = 10_000

function Tags({ tags }: { readonly tags: readonly string[] }) {
  const { t } = useTranslation('inspector')
  if (tags.length === 0) return null
  return (
    <section>
      <SectionTitle>{t('tags')}</SectionTitle>
      <p className={css['tags']}>
        {tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
      </p>
    </section>
  )
}

function KindTab({ record }: { readonly record: AnyRecord }) {
  const meeting = record.kind === 'meeting'
  const { tasks, decisions, orphans } = useStanding(record)
  return (
    <>
      {record.kind === 'contact' && <ContactTab record={record} />}
      <ActionsSection record={record} tasks={tasks} orphans={orphans.actions} always={meeting} />
      <DecisionsSection record={record} decisions={decisions} orphans={orphans.decisions} always={meeting} />
      <AttachmentsSection record={record} />
      {!meeting && record.kind !== 'contact' && <OutlineSection id={record.id} body={record.body} />}
      {!meeting && <Tags tags={record.tags} />}
    </>
  )
}

/** The record as it was last saved: what is derived from it is derived from that. */
function useSavedRecord(id: string) {
  const open = useOpenRecord(id)?.record ?? null
  const { data, error } = useQuery('records.get', open ? null : { id }, { dependsOn: 'records', keepPrevious: false })
  return { record: open ?? data, error }
}

export interface InspectorProps {
  readonly kind: Kind
  readonly id: string
  /** The tab to begin with. */
  readonly first?: InspectorTab | undefined
  /** Its versions, which are another feature's. */
  readonly history: ReactNode
}

/** What is known about the record beside its own page: actions, decisions, posts, outline, links, who made it, its versions. */
export function Inspector({ kind, id, first = 'kind', history }: InspectorProps) {
  const { t } = useTranslation(['inspector', 'common', 'fields'])
  const tab = useInspectorTab(id, first)
  const setTab = (next: InspectorTab) => showInspectorTab(id, next)
  const { record, error } = useSavedRecord(id)
  // a body of many meetings is linked from thousands of records; they are asked for when somebody wants to see them
  const [all, setAll] = useState<{ readonly id: string; readonly count: number } | null>(null)
  const asking = all?.id === id ? { id, count: all.count } : { id }
  const { data: backlinks } = useQuery('links.backlinks', asking, { dependsOn: 'records', keepPrevious: false })
  // older versions may be whole
  if (!record && error?.code === 'DAMAGED')
    return (
      <section className={css['inspector']} aria-label={t('inspector:history')}>
        <div className={css['panel']}>{history}</div>
      </section>
    )
  if (!record)
    return error ? (
      <p role="status" className={css['missing']}>
        {formatError(error)}
      </p>
    ) : (
      <div className={css['missing']}>
        <Skeleton lines={6} />
      </div>
    )
  return (
    <div className={css['inspector']}>
      <Tabs<InspectorTab>
        label={t('inspector:tabs')}
        value={tab}
        onValueChange={setTab}
        tabs={[
          {
            value: 'kind',
            label: t(`common:kind.${kind}`),
            content: (
              <div className={css['panel']}>
                <KindTab record={record} />
                {kind !== 'contact' && <BacklinksSection backlinks={backlinks} most={FEW} onShowAll={() => setTab('links')} />}
              </div>
            ),
          },
          {
            value: 'links',
            label: t('inspector:links'),
            content: (
              <div className={css['panel']}>
                <LinksTab record={record} backlinks={backlinks} onShowAll={() => setAll({ id, count: MOST })} />
              </div>
            ),
          },
          {
            value: 'details',
            label: t('inspector:details'),
            content: (
              <div className={css['panel']}>
                <DetailsTab record={record} />
              </div>
            ),
          },
          {
            value: 'history',
            label: t('inspector:history'),
            content: <div className={css['panel']}>{history}</div>,
          },
        ]}
      />
    </div>
  )
}
