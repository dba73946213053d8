import { expect, it } from 'vitest';
import { readersText } from './readers';

it('in the joint part everybody at the visit, their desks and the lead', () => {
  expect(readersText('team', 'Politie')).toBe(
    'Wie bij dit bezoek is ingedeeld, van elke dienst. ' +
      'Behandelaars en coördinatoren van de diensten die aan dit bezoek meedoen. De leider van de actie.',
  );
});

it('elsewhere one agency, by name, and of a narrow class those who hold its role', () => {
  expect(readersText('agency', 'Politie')).toMatch(/^Politie: Wie van deze dienst/);
  for (const dataClass of ['wpg', 'fiscal', 'victim', 'signal', 'private_shared'] as const)
    expect(readersText(dataClass, 'Politie')).toContain('de rol voor deze soort gegevens');
  expect(readersText('agency', 'Politie')).not.toContain('rol');
});
