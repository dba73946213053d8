import { describe, expect, it } from 'vitest';
import { href, match, routes, type RouteName } from './routes';

const at = (path: string) => match(new URL(path, 'https://glashelder.example'));

describe('an address', () => {
  it('is made from a name and its parts, and found again', () => {
    const address = href('checklist', { dossier: 'a-1', instance: 'b 2' });
    expect(address).toBe('/dossier/a-1/checklist/b%202');
    expect(at(address)).toMatchObject({ name: 'checklist', params: { dossier: 'a-1', instance: 'b 2' } });
  });
  it('carries its query', () => {
    expect(at(href('inbox', {}, { view: 'mine' }))?.query.get('view')).toBe('mine');
  });
  it('with a fixed part goes before one with a variable part', () => {
    expect(at('/actions/new')?.name).toBe('newAction');
    expect(at('/actions/7')?.name).toBe('action');
  });
  it('is found with or without a slash at its end', () => {
    expect(at('/sync/')?.name).toBe('sync');
  });
  it.each(['/nowhere', '/dossier', '/dossier/a/b', '/dossier/%E0%A4%A'])('%s has no screen', (path) => {
    expect(at(path)).toBeNull();
  });
  it('belongs to one screen only', () => {
    const sample = (path: string) => path.replace(/:\w+/g, 'x');
    for (const [name, path] of Object.entries(routes) as [RouteName, string][])
      expect(at(sample(path))?.name).toBe(name);
  });
});
