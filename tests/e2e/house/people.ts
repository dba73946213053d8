/** The cast of the demo, as seeds/members.yaml and tests/cast.py know them; only those that browser tests need. */
export const people = {
  karin: { name: 'Karin Jansen', agency: 'GEM-WESTLAND' },
  defne: { name: 'Defne Kaya', agency: 'GEM-WESTLAND' },
  leo: { name: 'Leo Verbeek', agency: 'GEM-WESTLAND' },
  nadia: { name: 'Nadia Amrani', agency: 'BRW-HAAGLANDEN' },
  sem: { name: 'Sem Bakker', agency: 'BRW-HAAGLANDEN' },
  iris: { name: 'Iris Post', agency: 'BRW-HAAGLANDEN' },
  noor: { name: 'Noor Visser', agency: 'NLA' },
  piet: { name: 'Piet Kok', agency: 'NLA' },
  murat: { name: 'Murat Aydin', agency: 'GEM-KATWIJK' },
  rik: { name: 'Rik Smal', agency: 'BRW-HOLLANDS-MIDDEN' },
  joris: { name: 'Joris Haak', agency: 'POL-DEN-HAAG' },
} as const
export type Person = keyof typeof people
