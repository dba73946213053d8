/**
 * Recording as screens call it. The code behind it comes after the first screen and is kept on the device with the rest of
 * the app; calls are carried out in the order in which they were made. See index.ts for what each does.
 */
import type { Kind } from '../operations/kinds/index';
import type * as Recording from './index';

const recording = () => import('./index');

/** Fetch the code before it is needed: the first tap should not wait for it. */
export const readyToRecord = async (): Promise<void> => {
  await recording();
};

export const record: typeof Recording.record = async (kind, request, photos) =>
  (await recording()).record(kind, request, photos);
export const recordAll: typeof Recording.recordAll = async (entries, done) =>
  (await recording()).recordAll(entries, done);
export const keepPhoto: typeof Recording.keepPhoto = async (dossier, photo) =>
  (await recording()).keepPhoto(dossier, photo);
export const discardPhoto: typeof Recording.discardPhoto = async (entity) =>
  (await recording()).discardPhoto(entity);
export const saveDraft: typeof Recording.saveDraft = async (draft) => (await recording()).saveDraft(draft);
export const freeze: typeof Recording.freeze = async (key) => (await recording()).freeze(key);
export const discardDraft: typeof Recording.discardDraft = async (key) =>
  (await recording()).discardDraft(key);
export const undo: typeof Recording.undo = async (id) => (await recording()).undo(id);
export const withdraw: typeof Recording.withdraw = async (id, reason, lost) =>
  (await recording()).withdraw(id, reason, lost);
export const resolve: typeof Recording.resolve = async (conflict, choice) =>
  (await recording()).resolve(conflict, choice);
export const reissue = async <K extends Kind>(
  ...[id, changes]: Parameters<typeof Recording.reissue<K>>
): ReturnType<typeof Recording.reissue<K>> => (await recording()).reissue(id, changes);
export const freezeRested: typeof Recording.freezeRested = async (rest) =>
  (await recording()).freezeRested(rest);
