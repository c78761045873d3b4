import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/index.ts'
import type { Backlink } from '../../../shared/contract/lists.ts'
import { KindIcon } from '../../parts/records/kind-icons.tsx'
import { recordAddress } from '../../store/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import css from './inspector.module.css'
import { MiniRow } from './mini-row.tsx'
import { Section } from './section.tsx'

/** Sentences of one record that are shown; the rest is counted. */
const SENTENCES = 3

function Mentions({ mentions, more, unreadable }: Omit<Backlink, 'head'>) {
  const { t } = useTranslation(['inspector', 'fields', 'lists'])
  const inBody = mentions.filter((mention) => mention.field === '')
  const fields = [...new Set(mentions.flatMap((mention) => (mention.field === '' ? [] : [mention.field])))]
  const unseen = Math.max(0, inBody.length - SENTENCES) + more
  return (
    <>
      {unreadable && <span className={css['mention']}>{t('lists:unreadable')}</span>}
      {fields.length > 0 && <span className={css['mention']}>{fields.map((field) => t(`fields:label.${field}`, field)).join(', ')}</span>}
      {inBody.slice(0, SENTENCES).map(({ sentence, ranges }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- sentences repeat and never change places
        <span key={index} className={css['mention']}>
          <MarkedText text={sentence} ranges={ranges} />
        </span>
      ))}
      {unseen > 0 && <span className={css['mention']}>{t('moreMentions', { count: unseen })}</span>}
    </>
  )
}

export interface BacklinksSectionProps {
  readonly backlinks: Output<'links.backlinks'> | undefined
  /** Shows only so many, with a button for all, as when not all were asked for. */
  readonly most?: number | undefined
  readonly onShowAll?: (() => void) | undefined
}

/** Which records link here, each with the sentence around the link. */
export function BacklinksSection({ backlinks, most = Infinity, onShowAll }: BacklinksSectionProps) {
  const { t } = useTranslation('inspector')
  const shown = backlinks?.rows.slice(0, most)
  return (
    <>
      <Section title={t('linkedFrom')} count={backlinks?.total} empty={backlinks ? t('noBacklinks') : undefined}>
        {shown?.map(({ head, ...said }) => (
          <MiniRow
            key={head.id}
            mark={<KindIcon kind={head.kind} contactType={head.kind === 'contact' ? head.contactType : undefined} />}
            title={head.title}
            detail={<Mentions {...said} />}
            address={recordAddress(head.kind, head.id)}
          />
        ))}
      </Section>
      {backlinks && shown && backlinks.total > shown.length && onShowAll && (
        <Button variant="quiet" onClick={onShowAll}>
          {t('showAllBacklinks', { count: backlinks.total })}
        </Button>
      )}
    </>
  )
}
