/** Words that stand in minutes, in the language of the record, whatever the interface speaks. */
import { documentLanguage, type DocumentLanguage } from '../../../../shared/text/dates-in-words.ts'

export interface MinutesWords {
  readonly opening: string
  readonly attendance: string
  readonly adoptionOfAgenda: string
  readonly matters: string
  readonly presentations: string
  readonly discussion: string
  readonly conclusions: string
  readonly agreed: string
  readonly otherBusiness: string
  readonly closing: string
  readonly chair: string
  readonly secretary: string
  readonly present: string
  readonly remote: string
  readonly apologies: string
  readonly absent: string
  readonly observers: string
  /** Of who came in the place of others, whose links are given. */
  readonly insteadOf: (names: string) => string
  /** Nobody's presence has been marked. */
  readonly named: string
  /** Of a deadline: "by 30 June 2023". */
  readonly by: (date: string) => string
}

const en: MinutesWords = {
  opening: 'Opening',
  attendance: 'Attendance',
  adoptionOfAgenda: 'Adoption of the agenda',
  matters: 'Matters arising',
  presentations: 'Presentations',
  discussion: 'Discussion',
  conclusions: 'Conclusions',
  agreed: 'What was agreed',
  otherBusiness: 'Any other business',
  closing: 'Closing',
  chair: 'Chair',
  secretary: 'Secretary',
  present: 'Present',
  remote: 'Present remotely',
  apologies: 'Apologies',
  absent: 'Absent',
  observers: 'Observers',
  insteadOf: (names) => `in place of ${names}`,
  named: 'Participants',
  by: (date) => `by ${date}`,
}

const ru: MinutesWords = {
  opening: 'Открытие',
  attendance: 'Присутствующие',
  adoptionOfAgenda: 'Утверждение повестки дня',
  matters: 'Выполнение ранее принятых решений',
  presentations: 'Выступления',
  discussion: 'Обсуждение',
  conclusions: 'Выводы',
  agreed: 'Договорённости',
  otherBusiness: 'Прочие вопросы',
  closing: 'Закрытие',
  chair: 'Председатель',
  secretary: 'Секретарь',
  present: 'Присутствовали',
  remote: 'Участвовали дистанционно',
  apologies: 'Принесли извинения за отсутствие',
  absent: 'Отсутствовали',
  observers: 'Наблюдатели',
  insteadOf: (names) => `замещает: ${names}`,
  named: 'Участники',
  by: (date) => `до ${date}`,
}

const kk: MinutesWords = {
  opening: 'Ашылуы',
  attendance: 'Қатысушылар',
  adoptionOfAgenda: 'Күн тәртібін бекіту',
  matters: 'Бұрын қабылданған шешімдердің орындалуы',
  presentations: 'Баяндамалар',
  discussion: 'Талқылау',
  conclusions: 'Қорытындылар',
  agreed: 'Уағдаластықтар',
  otherBusiness: 'Басқа мәселелер',
  closing: 'Жабылуы',
  chair: 'Төраға',
  secretary: 'Хатшы',
  present: 'Қатысты',
  remote: 'Қашықтан қатысты',
  apologies: 'Қатыса алмайтынын хабарлады',
  absent: 'Қатыспады',
  observers: 'Бақылаушылар',
  insteadOf: (names) => `${names} орнына`,
  named: 'Қатысушылар',
  by: (date) => `мерзімі: ${date}`,
}

const words: Readonly<Record<DocumentLanguage, MinutesWords>> = { en, ru, kk }

/** By a BCP 47 tag; English where there is no table. */
export const minutesWords = (language: string): MinutesWords => words[documentLanguage([language])]
