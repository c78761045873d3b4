/** Keys of front matter as other programs and people write them, and the fields of ours that take them. */
import { fold } from '../../shared/text/fold.ts'

/** Keys whose value says what kind of record a file is. */
const OF_KIND =
  'type, kind, category, categories, class, note type, tags, tag, тип, вид, категория, түрі, санат, art, typ, catégorie, tipo, tür'

/** By field, then the words. A key goes to the first field that the kind of its record has. */
const ROWS: readonly (readonly [string, string])[] = [
  [
    'emails',
    'email, emails, e mail, e mails, mail, mails, email address, email addresses, электронная почта, эл почта, почта, эл адрес, пошта, courriel, correo, correo electrónico, eposta, e posta',
  ],
  [
    'phones',
    'phone, phones, tel, telephone, telephones, mobile, cell, cellphone, phone number, phone numbers, whatsapp, телефон, телефоны, тел, мобильный, ұялы, téléphone, teléfono, telefon, handy, telefone',
  ],
  [
    'posts.organisation',
    'organisation, organization, organisations, organizations, org, company, companies, employer, affiliation, institution, agency, ministry, работодатель, организация, компания, место работы, учреждение, ведомство, министерство, ұйым, мекеме, жұмыс орны, entreprise, empresa, organización, firma, arbeitgeber, kurum',
  ],
  [
    'posts.title',
    'job title, jobtitle, job, position, role, post, designation, occupation, должность, пост, қызметі, лауазымы, лауазым, посада, poste, fonction, cargo, puesto, beruf, stelle, funktion, görev, unvan',
  ],
  ['given', 'given name, given names, first name, firstname, forename, имя, аты, prénom, nombre, vorname'],
  ['family', 'family name, last name, lastname, surname, фамилия, тегі, прізвище, nom de famille, apellido, apellidos, nachname, soyadı'],
  ['honorific', 'salutation, title of address, обращение, anrede, civilité, tratamiento'],
  ['native-name', 'native name, name in native script, имя на родном языке'],
  ['nationality', 'citizenship, nationality, гражданство, азаматтығы, nationalité, nacionalidad, staatsangehörigkeit, uyruk'],
  ['address', 'postal address, street address, адрес, мекенжай, адреса, adresse, dirección, anschrift, adres, endereço'],
  ['short-name', 'abbreviation, acronym, short name, сокращение, аббревиатура, қысқарту, abkürzung, sigle, sigla'],
  ['code', 'iso code, iso3, alpha 3, country code, код страны'],
  ['countries', 'country, countries, страна, страны, ел, елдер, країна, країни, pays, país, países, land, länder, ülke'],
  [
    'participants',
    'attendees, attendee, participants, participant, attending, present, invitees, участники, присутствовали, присутствующие, қатысушылар, учасники, participantes, teilnehmer, katılımcılar',
  ],
  ['chair', 'chairperson, chairman, chairwoman, president, председатель, төраға, голова, président, presidente, vorsitz, başkan'],
  ['secretary', 'note taker, notetaker, minute taker, секретарь, хатшы, секретар'],
  ['place', 'location, venue, where, место, место проведения, орны, өтетін жері, місце, lieu, lugar, ort, yer, local'],
  ['meeting-body', 'committee, working group, комитет, рабочая группа, комитеті'],
  ['authors', 'author, authors, written by, автор, авторы, авторлар, автори, auteur, auteurs, autores, autor, autoren, yazar'],
  ['reviewers', 'reviewer, reviewed by, рецензент, рецензенты'],
  ['deadline', 'due, due date, deadline, срок, крайний срок, мерзімі, термін, échéance, fecha límite, frist, fällig, son tarih'],
  ['abstract', 'summary, description, аннотация, резюме, описание, түйін, résumé, resumen, zusammenfassung, özet'],
  ['source', 'source, sources, url, link, website, источник, ссылка, дереккөз, джерело, lien, fuente, enlace, quelle, kaynak'],
  ['topic', 'subject, topic, topics, theme, тема, тақырып, sujet, thème, asunto, thema, konu'],
  ['date', 'date, day, created, creation date, date created, created at, дата, дата создания, күні, күн, fecha, datum, erstellt, tarih'],
  [
    'start',
    'date, start, start date, when, day, begins, created, creation date, date created, дата, дата начала, начало, күні, күн, басталуы, fecha, début, inicio, datum, beginn, tarih, başlangıç',
  ],
  ['end', 'end, end date, ends, дата окончания, окончание, аяқталуы, fin, ende, bitiş'],
  ['language', 'lang, язык, тіл, тілі, мова, langue, idioma, sprache, dil'],
  ['classification', 'confidentiality, гриф, құпиялылық'],
  ['tags', 'tag, keywords, labels, label, теги, тег, метки, ключевые слова, тегтер, schlagwörter, étiquettes, etiquetas, etiketler'],
]

const keyOfWord = (text: string) =>
  fold(text.normalize('NFC'))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

const fieldsByWord = new Map<string, string[]>()
for (const [field, names] of ROWS) {
  for (const name of new Set(names.split(', ').map(keyOfWord))) fieldsByWord.set(name, [...(fieldsByWord.get(name) ?? []), field])
}

const kindKeys = new Set(OF_KIND.split(', ').map(keyOfWord))

/** Its values may say of what kind a record is. */
export const saysKind = (key: string): boolean => kindKeys.has(keyOfWord(key))

/** Fields that a key of this name is likely to be meant for, of whatever kind. */
export const likelyFields = (key: string): readonly string[] => fieldsByWord.get(keyOfWord(key)) ?? []
