import { Info, TriangleAlert } from 'lucide-react'
import { useImport } from './session.ts'
import styles from './import.module.css'

/** What went wrong last, and what came to pass. */
export function Notes() {
  const problem = useImport((session) => session.problem)
  const notice = useImport((session) => session.notice)
  return (
    <>
      {problem !== '' && (
        <p role="alert" className={styles.problem}>
          <TriangleAlert />
          {problem}
        </p>
      )}
      {notice !== '' && (
        <p role="status" className={styles.notice}>
          <Info />
          {notice}
        </p>
      )}
    </>
  )
}
