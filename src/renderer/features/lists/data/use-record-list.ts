import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ListRow } from '../../../../shared/contract/lists.ts'
import { formatError } from '../../../api/format-error.ts'
import { formatNumber } from '../../../i18n/dates.ts'
import { openDialog } from '../../../parts/dialogs/dialogs.ts'
import { exportsOf, type ExportWhat } from '../../../parts/export/export-what.ts'
import { navigate, openRecord } from '../../../store/navigation.ts'
import { useReadOnly } from '../../../store/session.ts'
import { showToast } from '../../../store/toasts.ts'
import { listMemories, memoryOf, remember, rememberTop, topOf } from '../../../parts/rows/list-memory.ts'
import { locate } from './locate.ts'
import { initialFilter, listQueryOf, type Filter, type Section } from '../../../parts/rows/sections.ts'
import {
  chooseAll,
  chooseNone,
  MOST_CHOSEN,
  moveTo,
  nothingSelected,
  targetOf,
  targets,
  type Selection,
} from '../../../parts/rows/selection.ts'
import { recordRows } from '../../../parts/rows/shared-rows.ts'
import { usePagedRows } from '../../../parts/rows/use-paged-rows.ts'
import { useSort } from './use-sort.ts'
import { useTrash } from './use-trash.ts'

/** A section's list: what is asked, what is shown, where the person stands in it, and what can be done. */
export function useRecordList(section: Section, layout: 'list' | 'table', selectedId: string | null) {
  const { t } = useTranslation('lists')
  const memory = useStore(listMemories, (memories) => memoryOf(memories, section))
  const { filter, selection, opened } = memory
  const [sort, setSort] = useSort(section)
  const state = usePagedRows(recordRows(listQueryOf(section, filter, sort)))
  // a record that was opened from the table is in sight in the list beside it
  const [reveal, setReveal] = useState<{ readonly index: number } | null>(() =>
    selectedId !== null && selection.cursor?.id === selectedId ? { index: selection.cursor.index } : null,
  )
  const trashRecords = useTrash(section)
  const readOnly = useReadOnly() !== null
  const { rows } = state

  const onSelection = useCallback(
    (change: (selection: Selection) => Selection) => {
      const now = memoryOf(listMemories.getState(), section).selection
      const next = change(now)
      if (next !== now) remember(section, { selection: next })
    },
    [section],
  )
  const onTop = useCallback((top: number) => rememberTop(section, layout, top), [section, layout])
  const setFilter = useCallback(
    (change: Partial<Filter>) => {
      const now = memoryOf(listMemories.getState(), section).filter
      remember(section, { filter: { ...now, ...change }, selection: nothingSelected })
      setReveal({ index: 0 })
    },
    [section],
  )

  useEffect(() => {
    if (selectedId === null || opened === selectedId) return
    let current = true
    const find = async () => {
      try {
        const found = await locate(section, filter, sort, selectedId)
        if (!current) return
        const place = found && { index: found.index, id: selectedId }
        remember(section, {
          opened: selectedId,
          ...(found ? { filter: found.filter } : {}),
          ...(place ? { selection: moveTo(place) } : {}),
        })
        if (found) setReveal({ index: found.index })
      } catch (error) {
        if (!current) return
        remember(section, { opened: selectedId })
        showToast({ message: formatError(error), tone: 'bad' })
      }
    }
    void find()
    return () => {
      current = false
    }
  }, [section, selectedId, opened, filter, sort])

  const rowOf = (id: string) => {
    const index = rows.find(({ head }) => head.id === id)
    return index === undefined ? undefined : rows.row(index)
  }
  const trash = async () => {
    const chosen = targets(selection, (id) => {
      const row = rowOf(id)
      return row && targetOf(row)
    })
    const [first] = chosen
    if (!first || readOnly) return
    const done = await trashRecords(chosen, rowOf(first.id)?.head.title ?? '')
    if (!done) return
    const places = chosen.map(({ id }) => rows.find(({ head }) => head.id === id) ?? Number.POSITIVE_INFINITY)
    const index = Math.min(...places)
    // the row after the ones that go comes to stand where the first of them stood
    const id = Number.isFinite(index) ? rows.row(index)?.head.id : undefined
    onSelection((now) => (id === undefined ? chooseNone(now) : moveTo({ index, id })))
    if (chosen.some(({ id }) => id === selectedId)) navigate(`/${section}`)
  }
  /** Of what commands are about: the chosen rows, or the one that the keyboard stands on. */
  const targetRow = selection.chosen.size === 0 && selection.cursor ? rowOf(selection.cursor.id) : undefined
  const targetIds = targetRow ? [targetRow.head.id] : [...selection.chosen.keys()]
  const thisList: ExportWhat = {
    what: 'list',
    section,
    query: listQueryOf(section, filter, sort),
    found: state.current ? rows.total : null,
  }
  const chooseEverything = async () => {
    try {
      const all = await rows.collect(0, Math.min(rows.total ?? 0, MOST_CHOSEN))
      onSelection((now) => chooseAll(now, all.map(targetOf)))
      if ((rows.total ?? 0) > MOST_CHOSEN) showToast({ message: t('chosen.limit', { formatted: formatNumber(MOST_CHOSEN) }) })
    } catch (error) {
      showToast({ message: formatError(error), tone: 'bad' })
    }
  }

  return {
    ...state,
    filter,
    setFilter,
    clearFilter: () => setFilter({ ...initialFilter(section), contactType: filter.contactType }),
    sort,
    setSort: (next: typeof sort) => {
      setSort(next)
      onTop(0)
      setReveal({ index: 0 })
    },
    selection,
    onSelection,
    top: topOf(section, layout),
    onTop,
    reveal,
    readOnly,
    open: ({ head }: ListRow) => {
      remember(section, { opened: head.id })
      openRecord(head.kind, head.id)
    },
    trash: () => void trash(),
    exportList: () => openDialog({ name: 'export', what: [thisList] }),
    targetIds,
    targetRow,
    exportTargets: () => {
      const what: readonly ExportWhat[] =
        selection.chosen.size > 0 ? [{ what: 'records', ids: targetIds }] : targetRow ? exportsOf(targetRow.head) : []
      openDialog({ name: 'export', what: [...what, thisList] })
    },
    chooseEverything: () => void chooseEverything(),
    chooseNothing: () => onSelection(chooseNone),
  }
}

export type RecordListState = ReturnType<typeof useRecordList>
