/** The caution as it is said (Awb 5:10a, Sv 29), in the languages of seeds/phrases.yaml; a test holds them equal. */
export const CAUTION = [
  { lang: 'nl', text: 'U bent niet tot antwoorden verplicht.', reviewed: true },
  { lang: 'en', text: 'You are not obliged to answer.', reviewed: false },
  { lang: 'pl', text: 'Nie ma Pan/Pani obowiązku odpowiadania na pytania.', reviewed: false },
  { lang: 'ro', text: 'Nu sunteți obligat(ă) să răspundeți.', reviewed: false },
  { lang: 'bg', text: 'Не сте длъжни да отговаряте.', reviewed: false },
];
