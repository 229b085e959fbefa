/** Who has groups of units appraised, run and published. A group has one owner, and a role is held for one. */
export interface Owner {
  owner: string;
  name_vi: string;
  name_en: string;
}

/** The owner where nothing else is said. */
export const ministry = 'ministry';

export const owners: readonly Owner[] = [
  { owner: ministry, name_vi: 'Bộ Khoa học và Công nghệ', name_en: 'Ministry of Science and Technology' },
];
