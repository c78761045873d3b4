import type { TFunction } from 'i18next'

/** Words of CodeMirror's own parts in the reader's language; its keys are its English phrases. */
export const editorPhrases = (t: TFunction<'editor'>): Readonly<Record<string, string>> => ({
  Completions: t('completions'),
})
