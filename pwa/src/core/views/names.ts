/** Who is who, from the directories of the actions that this person is on, and the person themself. */
import type { DirectoryDocument } from '../types/documents';
import type { Uuid } from '../types/ids';
import type { Agency, Person } from '../types/session';
import type { Author } from '../types/values';

export interface Names {
  person: Person | null;
  agency: (id: Uuid) => Agency;
  author: (member: Uuid, agency: Uuid) => Author;
  agencies: Agency[];
}

export function namesOf(person: Person | null, directories: readonly DirectoryDocument[]): Names {
  const agencies = new Map(directories.flatMap((one) => one.agencies.map((agency) => [agency.id, agency])));
  if (person && !agencies.has(person.agency.id)) agencies.set(person.agency.id, person.agency);
  const members = new Map(directories.flatMap((one) => one.members.map(({ id, name }) => [id, name])));
  if (person) members.set(person.member.id, person.member.name);
  const agency = (id: Uuid): Agency => agencies.get(id) ?? { id, code: '', kind: '', name: '', short: '' };
  return {
    person,
    agency,
    agencies: [...agencies.values()],
    author: (member, of) => ({
      member,
      name: members.get(member) ?? '',
      agency: agency(of),
      own: person?.key === `${member}|${of}`,
    }),
  };
}
