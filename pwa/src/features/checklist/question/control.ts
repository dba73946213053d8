/** Which control a question type has. */
import type { Component } from 'svelte';
import type { QuestionType } from '$core/checklists';
import Choice from '../inputs/Choice.svelte';
import type { Input } from '../inputs/input';
import Moment from '../inputs/Moment.svelte';
import MultiChoice from '../inputs/MultiChoice.svelte';
import NumberField from '../inputs/NumberField.svelte';
import PersonCount from '../inputs/PersonCount.svelte';
import Photos from '../inputs/Photos.svelte';
import PlaceInput from '../inputs/PlaceInput.svelte';
import Plate from '../inputs/Plate.svelte';
import Registry from '../inputs/Registry.svelte';
import Signature from '../inputs/Signature.svelte';
import TextAnswer from '../inputs/TextAnswer.svelte';
import YesNo from '../inputs/YesNo.svelte';

export const controls: Record<QuestionType, Component<Input>> = {
  yes_no_na: YesNo,
  number: NumberField,
  person_count: PersonCount,
  choice: Choice,
  multi_choice: MultiChoice,
  text: TextAnswer,
  photo: Photos,
  geopoint: PlaceInput,
  signature: Signature,
  datetime: Moment,
  ref_bag: Registry,
  ref_kvk: Registry,
  ref_rdw: Plate,
};
