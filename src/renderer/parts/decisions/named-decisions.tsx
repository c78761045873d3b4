import { Fragment } from 'react'
import { openNamed } from './decision-commands.ts'
import styles from './decisions.module.css'

/** Names of other decisions; each leads to it. */
export function NamedDecisions({ names }: { readonly names: readonly string[] }) {
  return [...new Set(names)].map((name, at) => (
    <Fragment key={name}>
      {at > 0 && ', '}
      <button type="button" className={styles.link} onClick={() => void openNamed(name)}>
        {name}
      </button>
    </Fragment>
  ))
}
