import type { TFunction } from 'i18next'

/** Words of CodeMirror's own parts in the reader's language; its keys are its English phrases. */
export const editorPhrases = (t: TFunction<'editor'>): Readonly<Record<string, string>> => ({
  Find: t('find.find'),
  Replace: t('find.replace'),
  next: t('find.next'),
  previous: t('find.previous'),
  all: t('find.all'),
  'match case': t('find.matchCase'),
  regexp: t('find.regexp'),
  'by word': t('find.byWord'),
  replace: t('find.replaceOne'),
  'replace all': t('find.replaceAll'),
  close: t('find.close'),
  'current match': t('find.currentMatch'),
  'replaced $ matches': t('find.replacedMany'),
  'replaced match on line $': t('find.replacedOn'),
  'on line': t('find.onLine'),
  Completions: t('completions'),
})
