import { useTranslation } from 'react-i18next'
import type { Backlink } from '../../../shared/contract/lists.ts'
import { KindIcon } from '../../app/kind-icons.tsx'
import { recordAddress } from '../../store/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import css from './inspector.module.css'
import { MiniRow } from './mini-row.tsx'
import { Section } from './section.tsx'

/** Sentences of one record that are shown; the rest is counted. */
const SENTENCES = 3

function Mentions({ mentions }: { readonly mentions: Backlink['mentions'] }) {
  const { t } = useTranslation(['inspector', 'fields'])
  const inBody = mentions.filter((mention) => mention.field === '')
  const fields = [...new Set(mentions.flatMap((mention) => (mention.field === '' ? [] : [mention.field])))]
  return (
    <>
      {fields.length > 0 && <span className={css['mention']}>{fields.map((field) => t(`fields:label.${field}`, field)).join(', ')}</span>}
      {inBody.slice(0, SENTENCES).map(({ sentence, ranges }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- sentences repeat and never change places
        <span key={index} className={css['mention']}>
          <MarkedText text={sentence} ranges={ranges} />
        </span>
      ))}
      {inBody.length > SENTENCES && <span className={css['mention']}>{t('moreMentions', { count: inBody.length - SENTENCES })}</span>}
    </>
  )
}

export interface BacklinksSectionProps {
  readonly backlinks: readonly Backlink[] | undefined
  /** Shows only so many, with a button for all. */
  readonly most?: number | undefined
  readonly onShowAll?: (() => void) | undefined
}

/** Which records link here, each with the sentence around the link. */
export function BacklinksSection({ backlinks, most = Infinity, onShowAll }: BacklinksSectionProps) {
  const { t } = useTranslation('inspector')
  return (
    <>
      <Section title={t('linkedFrom')} count={backlinks?.length} empty={backlinks ? t('noBacklinks') : undefined}>
        {backlinks?.slice(0, most).map(({ head, mentions }) => (
          <MiniRow
            key={head.id}
            mark={<KindIcon kind={head.kind} contactType={head.kind === 'contact' ? head.contactType : undefined} />}
            title={head.title}
            detail={<Mentions mentions={mentions} />}
            address={recordAddress(head.kind, head.id)}
          />
        ))}
      </Section>
      {backlinks && backlinks.length > most && onShowAll && (
        <Button variant="quiet" onClick={onShowAll}>
          {t('showAllBacklinks', { count: backlinks.length })}
        </Button>
      )}
    </>
  )
}
