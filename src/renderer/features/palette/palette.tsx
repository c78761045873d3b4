import * as RadixDialog from '@radix-ui/react-dialog'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../../shared/commands.ts'
import type { Output } from '../../../shared/contract/index.ts'
import type { Kind } from '../../../shared/model/common.ts'
import { useQuery } from '../../api/use-query.ts'
import { runCommand } from '../../parts/commands/commands.ts'
import { askNewRecord } from '../../parts/dialogs/dialogs.ts'
import { openInWindow } from '../../parts/places/open-window.ts'
import { isRanked } from '../../parts/search/is-ranked.ts'
import { openHit } from '../../parts/search/open-hit.ts'
import { plainTitle } from '../../parts/search/plain-title.ts'
import { problemSentence, useAsking, useProblems } from '../../parts/search/query-problems.ts'
import { useCompletion } from '../../parts/search/use-completion.ts'
import { navigate, recordAddress } from '../../store/navigation.ts'
import { noFilters, searchAddress } from '../../store/search-address.ts'
import { useReadOnly } from '../../store/session.ts'
import { useFocusReturn } from '../../ui/use-focus-return.ts'
import { ALL_RESULTS, AllResultsEntry } from './all-results-entry.tsx'
import { CommandEntries } from './command-entries.tsx'
import { EVERYWHERE, EverywhereEntry } from './everywhere-entry.tsx'
import { NewRecordEntries, newKindsFor, newKindValue } from './new-record-entries.tsx'
import { PaletteField } from './palette-field.tsx'
import { PaletteFooter } from './palette-footer.tsx'
import { PaletteNotes } from './palette-notes.tsx'
import { LIST_ID, showOption, valueAt } from './palette-option.tsx'
import styles from './palette.module.css'
import { SearchHits } from './search-hits.tsx'
import { stepped } from './stepped.ts'
import { takeTypedAhead } from './typed-ahead.ts'
import { useAnswerCompleted } from './use-answer-completed.ts'
import { usePaletteCommands } from './use-palette-commands.ts'
import { useSelection } from './use-selection.ts'
import { useUnmoved } from './use-unmoved.ts'

const noGroups: Output<'search.query'>['groups'] = []

/** The order in which Tab goes through the kinds; null is all of them. */
const scopes: readonly (Kind | null)[] = [null, 'contact', 'country', 'meeting', 'study', 'note']

function runAfterClosing(id: CommandId, close: () => void) {
  close()
  // the focus goes back to where it was first: the command may act on it
  requestAnimationFrame(() => runCommand(id))
}

/** Search while typing, and every command. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('palette')
  const { t: common } = useTranslation('common')
  const returnFocus = useFocusReturn(true)
  const [text, setText] = useState('')
  const [scope, setScope] = useState<Kind | null>(null)
  const wanted = text.trim()
  const searching = useAsking(text)
  const writable = useReadOnly() === null
  const { data, error, settled, refetch } = useQuery('search.query', searching ? { text, kinds: scope ? [scope] : [], limit: 20 } : null, {
    dependsOn: 'records',
  })
  const groups = searching && data ? data.groups : noGroups
  const hits = groups.flatMap((group) => group.hits)
  const nowhere = searching && scope !== null && data?.total === 0
  const matching = usePaletteCommands(wanted)
  const commands = scope === null ? matching : []
  // letters of another layout are nobody's name
  const title = writable && data?.searchedFor?.how !== 'layout' ? plainTitle(text) : null
  const newKinds = title === null ? [] : newKindsFor(scope)
  // the workspace is still being read: what was not found may yet be
  const complete = settled && (hits.length > 0 || data?.partial !== true)
  useAnswerCompleted(data, refetch)
  const total = searching ? (data?.total ?? 0) : 0
  // what is called so goes before records that only have the words in their texts
  const commandsFirst = searching && hits.every(({ titleRanges }) => titleRanges.length === 0)
  const commandIds = commands.map(({ id }) => id)
  const found = [
    ...(commandsFirst ? commandIds : []),
    ...hits.map(({ id }) => id),
    ...(total > 0 ? [ALL_RESULTS] : []),
    ...(commandsFirst ? [] : commandIds),
    ...(nowhere ? [EVERYWHERE] : []),
  ]
  const created = newKinds.map(newKindValue)
  // a new record is what Enter makes only where nothing is found
  const values = [...found, ...created]
  const { selected, held, hold, release } = useSelection(values, found[0] ?? (complete ? created[0] : undefined) ?? '')
  const list = useRef<HTMLDivElement>(null)

  const stopUnmoved = useUnmoved()

  const showAll = () => {
    const filters = scope === null ? noFilters : { ...noFilters, kinds: [scope] }
    onClose()
    navigate(searchAddress({ text: wanted, filters, sort: 'relevance' }) ?? '/search')
  }
  const look = (nextText: string, nextScope: Kind | null) => {
    setText(nextText)
    setScope(nextScope)
    release()
    list.current?.scrollTo(0, 0)
  }
  const activate = (value: string) => {
    const hit = hits.find(({ id }) => id === value)
    const command = commands.find(({ id }) => id === value)
    const kind = newKinds.find((candidate) => newKindValue(candidate) === value)
    if (hit) {
      onClose()
      openHit(hit, data?.searchedFor?.text ?? text)
    } else if (value === ALL_RESULTS) showAll()
    else if (value === EVERYWHERE) look(text, null)
    else if (command) runAfterClosing(command.id, onClose)
    else if (kind) {
      onClose()
      askNewRecord(kind, wanted)
    }
  }

  const input = useRef<HTMLInputElement>(null)
  const completion = useCompletion(text, (next) => look(next, scope), input, { escapes: false })
  const problems = useProblems(text, { completing: completion.items.length > 0, foundNothing: complete && data?.total === 0 })

  // Enter pressed before the answer is there means the best of the answer, not of the one before it
  const entering = useRef(false)
  useLayoutEffect(() => {
    const typed = takeTypedAhead()
    if (typed.text === '') return
    // oxlint-disable-next-line react/set-state-in-effect -- keys were held up to the very commit that showed this field
    setText(typed.text)
    entering.current = typed.entered
  }, [])
  useEffect(() => {
    if (!complete || !entering.current) return
    entering.current = false
    activate(selected)
  })

  const onKeyDown = (event: KeyboardEvent) => {
    entering.current = false
    // who has gone to an entry means it with Enter
    if (!(held && event.key === 'Enter') && completion.onKeyDown(event)) return
    if (event.key === 'Tab') {
      event.preventDefault()
      const at = scopes.indexOf(scope) + (event.shiftKey ? -1 : 1) + scopes.length
      look(text, scopes[at % scopes.length] ?? null)
    } else if (event.key === 'Enter') {
      const hit = hits.find(({ id }) => id === selected)
      if (searching && !complete) {
        event.preventDefault()
        entering.current = true
      } else if (hit && (event.ctrlKey || event.metaKey)) {
        event.preventDefault()
        onClose()
        void openInWindow(recordAddress(hit.kind, hit.id))
      } else if (!event.nativeEvent.isComposing) {
        event.preventDefault()
        activate(selected)
      }
    } else if (event.code === 'KeyF' && event.shiftKey && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      showAll()
    } else {
      const next = stepped(values, selected, event.key, event.metaKey)
      if (next === undefined || event.nativeEvent.isComposing) return
      event.preventDefault()
      hold(next)
      showOption(next)
    }
  }

  // what is drawn for each entry stays when the choice is another's
  const chosenHit = hits.some(({ id }) => id === selected) ? selected : ''
  const chosenCommand = commandIds.some((id) => id === selected) ? selected : ''
  return (
    <RadixDialog.Root open onOpenChange={onClose}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={styles.veil} />
        <RadixDialog.Content className={styles.palette} aria-describedby={undefined} onCloseAutoFocus={returnFocus} onKeyDown={onKeyDown}>
          <RadixDialog.Title className="visually-hidden">{t('title')}</RadixDialog.Title>
          <PaletteField
            text={text}
            scope={scope}
            input={input}
            problems={problems}
            completion={completion}
            selected={selected}
            onLook={look}
          />
          <PaletteNotes
            completion={completion}
            sentence={problemSentence(common, text, problems)}
            searchedFor={searching ? (data?.searchedFor ?? undefined) : undefined}
            hits={hits}
            text={wanted}
          />
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field has the focus and the keys */}
          <div
            ref={list}
            id={LIST_ID}
            role="listbox"
            aria-label={t('results')}
            className={styles.list}
            onPointerMoveCapture={stopUnmoved}
            onPointerMove={({ target }) => {
              const value = valueAt(target)
              if (value !== undefined) hold(value)
            }}
            onClick={({ target }) => {
              const value = valueAt(target)
              if (value !== undefined) activate(value)
            }}
          >
            {commandsFirst && <CommandEntries commands={commands} selected={chosenCommand} />}
            <SearchHits groups={groups} ranked={isRanked(text)} selected={chosenHit} />
            {total > 0 && <AllResultsEntry total={total} selected={selected} />}
            {!commandsFirst && <CommandEntries commands={commands} selected={chosenCommand} />}
            {nowhere && <EverywhereEntry selected={selected} />}
            <NewRecordEntries text={wanted} kinds={newKinds} selected={selected} />
          </div>
          <PaletteFooter
            answer={searching ? data : undefined}
            idle={!searching && wanted !== ''}
            error={error}
            commands={commands.length}
            completing={completion.items.length > 0}
          />
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
