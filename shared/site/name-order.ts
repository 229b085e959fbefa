/** Names are data of ours; two versions of ICU may differ on none of them. */
const collator = new Intl.Collator('vi');

/** By the Vietnamese alphabet: Cà Mau, Cao Bằng, Cần Thơ. */
export const byName = (a: { unit_name_vi: string }, b: { unit_name_vi: string }): number =>
  collator.compare(a.unit_name_vi, b.unit_name_vi);
