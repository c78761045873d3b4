import { FileArchive, FolderOpen } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { hostReason } from '../../api/format-error.ts'
import { chooseFolder, chooseFolderOrArchive } from '../../parts/dialogs/choose-folder.ts'
import { useDrop } from '../../parts/files/use-drop.ts'
import { useAppState } from '../../store/session.ts'
import { Button } from '../../ui/button.tsx'
import styles from './import.module.css'
import { Notes } from './notes.tsx'
import { backToPlan, readSource } from './run-import.ts'
import { useImport, type ImportSource } from './session.ts'

async function read(choose: () => Promise<ImportSource | null>): Promise<void> {
  try {
    const source = await choose()
    if (source) await readSource(source)
  } catch (error) {
    useImport.setState({ problem: hostReason(error), notice: '' })
  }
}

const chooseArchive = () => client.call('import.chooseArchive', {})

/** A folder or zip file may be dropped where the host sees where it lies: it says what was dropped, and the page only where. */
function useDroppedSource(enabled: boolean) {
  const { t } = useTranslation('import')
  useEffect(() => {
    if (!enabled) return undefined
    return client.on('import.dropped', ({ name, source }) => {
      if (source === null) useImport.setState({ problem: t('choose.notTaken', { name }), notice: '' })
      else void readSource({ handle: source, name })
    })
  }, [enabled, t])
  return useDrop(enabled, () => undefined)
}

/** What can be taken in, and the way to it. */
export function ChooseStep({ readOnly }: { readonly readOnly: boolean }) {
  const { t } = useTranslation('import')
  const { capabilities } = useAppState()
  const found = useImport((session) => (session.plan ? session.name : null))
  const hasResult = useImport((session) => session.result !== null)
  const isNative = capabilities.folderDialog === 'native'
  const mayDrop = capabilities.files === 'host' && !readOnly
  const drop = useDroppedSource(mayDrop)
  return (
    <div className={styles.scroller} data-dropping={drop.over || undefined} {...drop.props}>
      <div className={styles.column}>
        <div>
          <h2 className={styles.heading}>{t('choose.title')}</h2>
          <p className={styles.lead}>{t('choose.lead')}</p>
        </div>
        <Notes />
        {readOnly && <p className={styles.lead}>{t('readOnly')}</p>}
        <div className={styles.buttons}>
          {isNative ? (
            <>
              <Button
                variant="primary"
                icon={<FolderOpen />}
                disabled={readOnly}
                data-takes-keys
                onClick={() => void read(() => chooseFolder('import'))}
              >
                {t('choose.folder')}
              </Button>
              <Button icon={<FileArchive />} disabled={readOnly} onClick={() => void read(chooseArchive)}>
                {t('choose.archive')}
              </Button>
            </>
          ) : (
            <Button
              variant="primary"
              icon={<FolderOpen />}
              disabled={readOnly}
              data-takes-keys
              onClick={() => void read(() => chooseFolderOrArchive('import'))}
            >
              {t('choose.either')}
            </Button>
          )}
          {found !== null && (
            <Button variant="quiet" onClick={backToPlan}>
              {t(hasResult ? 'choose.backToResult' : 'choose.back', { name: found })}
            </Button>
          )}
        </div>
        {hasResult && <p className={styles.lead}>{t('choose.keptResult')}</p>}
        <dl className={styles.kinds}>
          {(['obsidian', 'joplin', 'rapporteur', 'markdown'] as const).map((from) => (
            <div key={from}>
              <dt>{t(`choose.${from}.name`)}</dt>
              <dd>{t(`choose.${from}.text`)}</dd>
            </div>
          ))}
        </dl>
        <p className={styles.promise}>
          {mayDrop && `${t('choose.drop')} `}
          {t('choose.promise')}
        </p>
      </div>
    </div>
  )
}
