/** Words for kinds of records, as people call folders, types and tags in the languages that vaults are kept in. */
import type { Kind } from '../../shared/model/common.ts'
import type { ContactType } from '../../shared/model/contact.ts'
import { fold } from '../../shared/text/fold.ts'

export interface KindWord {
  readonly kind: Kind
  /** What sort of contact or note it is. */
  readonly contactType?: ContactType
  readonly noteType?: 'mission report' | 'note for the file'
}

type Row = readonly [KindWord, string]

/** Singular and plural; Russian and Kazakh, and the languages of neighbours and partners. */
const ROWS: readonly Row[] = [
  [
    { kind: 'contact', contactType: 'person' },
    'person, persons, people, contact, contacts, human, humans, colleague, colleagues, friend, friends, staff, employee, employees, member, members, address book, ' +
      'человек, люди, персона, персоны, контакт, контакты, коллега, коллеги, сотрудник, сотрудники, лицо, лица, ' +
      'адам, адамдар, байланыс, байланыстар, қызметкер, қызметкерлер, особа, люди, особи, ' +
      'personne, personnes, gens, contacts, persona, personas, contacto, contactos, mensch, menschen, kontakt, kontakte, kişi, kişiler, pessoa, pessoas',
  ],
  [
    { kind: 'contact', contactType: 'organisation' },
    'organisation, organisations, organization, organizations, org, orgs, company, companies, institution, institutions, ministry, ministries, agency, agencies, partner, partners, ' +
      'организация, организации, компания, компании, учреждение, учреждения, министерство, министерства, ведомство, ведомства, партнер, партнеры, ' +
      'ұйым, ұйымдар, мекеме, мекемелер, компания, министрлік, министрліктер, entreprise, entreprises, organisme, organismes, empresa, empresas, organización, organizaciones, firma, firmen, organisationen',
  ],
  [
    { kind: 'contact', contactType: 'body' },
    'committee, committees, body, bodies, working group, working groups, board, boards, комитет, комитеты, рабочая группа, рабочие группы, органы, комитеттер, жұмыс тобы',
  ],
  [{ kind: 'country' }, 'country, countries, страна, страны, ел, елдер, країна, країни, pays, país, países, land, länder, ülke, ülkeler'],
  [
    { kind: 'meeting' },
    'meeting, meetings, minutes, minute, call, calls, session, sessions, conference, conferences, meeting notes, meeting minutes, ' +
      'заседание, заседания, встреча, встречи, протокол, протоколы, совещание, совещания, конференция, конференции, созвон, созвоны, переговоры, ' +
      'отырыс, отырыстар, жиналыс, жиналыстар, кездесу, кездесулер, хаттама, хаттамалар, засідання, зустріч, зустрічі, ' +
      'réunion, réunions, procès-verbal, reunión, reuniones, acta, actas, sitzung, sitzungen, besprechung, besprechungen, protokoll, protokolle, toplantı, toplantılar, reunião, reuniões',
  ],
  [
    { kind: 'study' },
    'study, studies, paper, papers, publication, publications, research paper, research papers, draft study, ' +
      'исследование, исследования, публикация, публикации, статья, статьи, зерттеу, зерттеулер, жарияланым, жарияланымдар, étude, études, publications, estudio, estudios, studie, studien, çalışma, çalışmalar',
  ],
  [
    { kind: 'note', noteType: 'mission report' },
    'mission report, mission reports, mission, missions, trip report, trip reports, отчет о поездке, отчеты о поездках, командировка, командировки, іссапар, іссапарлар',
  ],
  [
    { kind: 'note', noteType: 'note for the file' },
    'note for the file, notes for the file, memo, memos, памятная записка, памятные записки',
  ],
  [
    { kind: 'note' },
    'note, notes, country note, country notes, записка, записки, заметка, заметки, жазба, жазбалар, нотатка, нотатки, notiz, notizen, nota, notas, not, notlar',
  ],
]

/** Folders of files that are no notes of anybody. */
const LEFT_OUT = new Set(
  'template, templates, vorlagen, modèles, plantillas, шаблон, шаблоны, үлгі, үлгілер, şablonlar'
    .split(', ')
    .map((word) => keyOfWord(word)),
)

/** `01 - People`, `_People` and `People 👥` are People. */
function keyOfWord(text: string): string {
  return fold(text.normalize('NFC'))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^\d+(?: \d+)* (?=\p{L})/u, '')
}

const words = new Map<string, KindWord>()
for (const [word, names] of ROWS) {
  for (const name of names.split(', ')) {
    const key = keyOfWord(name)
    if (!words.has(key)) words.set(key, word)
  }
}

/** What a word of a folder, a type or a tag means; undefined for all others. */
export const kindWord = (text: string): KindWord | undefined => words.get(keyOfWord(text))

export const isTemplatesFolder = (name: string): boolean => LEFT_OUT.has(keyOfWord(name))
