import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { revealLine } from '../../parts/bodies/open-bodies.ts'
import css from './inspector.module.css'
import { outlineOf } from './outline.ts'
import { plainWords } from './plain-words.ts'
import { Section } from './section.tsx'

/** The headings of a text; a click goes there. */
export function OutlineSection({ id, body }: { readonly id: string; readonly body: string }) {
  const { t } = useTranslation('inspector')
  const headings = useMemo(() => outlineOf(body), [body])
  return (
    <Section title={t('outline')} empty={t('noHeadings')}>
      {headings.map(({ line, level, words }) => (
        <li key={line} data-level={level} className={css['heading']}>
          <button type="button" className={css['words']} onClick={() => revealLine(id, line)}>
            {plainWords(words) || t('emptyHeading')}
          </button>
        </li>
      ))}
    </Section>
  )
}
