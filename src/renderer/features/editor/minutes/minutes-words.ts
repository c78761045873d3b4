/** Words that stand in minutes, in the language of the record, whatever the interface speaks. */
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
  named: 'Қатысушылар',
  by: (date) => `мерзімі: ${date}`,
}

const WORDS: Readonly<Record<string, MinutesWords>> = { en, ru, kk }

const tableOf = (language: string): string => {
  const own = language.slice(0, 2).toLowerCase()
  return own in WORDS ? own : 'en'
}

/** By a BCP 47 tag; English where there is no table. */
export const minutesWords = (language: string): MinutesWords => WORDS[tableOf(language)] ?? en

/** A partial date as that language writes it: "30 June 2023", "30 июня 2023", "2023 ж. 30 маусым". */
export function dateInWords(date: string, language: string): string {
  const [year = '', month, day] = date.split('-')
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  const own = tableOf(language)
  return new Intl.DateTimeFormat(own === 'en' ? 'en-GB' : own, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { day: 'numeric' }),
  })
    .format(at)
    .replace(/[\u00a0\u202f ]г\.$/u, '')
}
