import { beforeEach, describe, expect, it, vi } from 'vitest';

const announce = vi.fn();
vi.mock('$app/announce', () => ({ announce }));
const { defne, dossier, finding, gem, one } = await import('./cast');
const { News } = await import('./news.svelte');

const theirs = (entity: string) =>
  finding(entity, {
    owner: gem,
    register: one(
      { title: entity, severity: 'minor' as const, text: null, kind: 'violation' as const },
      defne,
    ),
  });

describe('findings of others', () => {
  beforeEach(() => announce.mockClear());

  it('that were there already are not told', () => {
    new News().look(dossier({ findings: [theirs('a')] }), 0);
    expect(announce).not.toHaveBeenCalled();
  });
  it('are told when they come, at most once in ten seconds, and none is forgotten', () => {
    const news = new News();
    news.look(dossier(), 0);
    news.look(dossier({ findings: [theirs('a')] }), 20_000);
    news.look(dossier({ findings: [theirs('a'), theirs('b')] }), 25_000);
    expect(announce).toHaveBeenCalledTimes(1);
    news.look(dossier({ findings: [theirs('a'), theirs('b'), theirs('c')] }), 31_000);
    expect(announce).toHaveBeenLastCalledWith("2 nieuwe bevindingen van collega's");
  });
  it('of oneself are not told', () => {
    const news = new News();
    news.look(dossier(), 0);
    news.look(dossier({ findings: [finding('own')] }), 20_000);
    expect(announce).not.toHaveBeenCalled();
  });
});
