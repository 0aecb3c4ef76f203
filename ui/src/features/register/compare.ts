// Two files side by side: what each says in words, and where they differ. It reads rows and no page.
import type { Id, Person, Relative } from '../../host/gen';
import { t } from '../../texts/index.svelte';
import { longDay } from './days';

export interface Compared {
  name: string;
  /** What the first and the second say; empty where they say nothing. */
  says: readonly [string, string];
  differs: boolean;
}

// An accent is a difference: one of the two spellings is kept.
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
const digits = (text: string): string => text.replace(/\D/g, '').replace(/^(00)?33/, '0');

// With their rights: of two files one may say that somebody must not fetch the child.
const near = ({ name, relation, phone, authority, emergency, pickup }: Relative): string => {
  const who = [name, relation, phone].filter(Boolean).join(' ');
  const rights = [
    ...(authority ? [t('relative-authority')] : []),
    ...(emergency ? [t('relative-emergency')] : []),
    ...(pickup ? [t('relative-pickup')] : []),
  ];
  return rights.length > 0 ? `${who} (${rights.join(', ')})` : who;
};

const presentIn = (person: Person): number => person.attendance.filter(({ state }) => state === 'present').length;

/** What two files say, without what neither says. `groupName` answers for a group that is not there any more with nothing. */
export function compared(a: Person, b: Person, groupName: (id: Id) => string): Compared[] {
  const line = (name: string, say: (person: Person) => string, same = plain): Compared => {
    const says = [say(a), say(b)] as const;
    return { name, says, differs: same(says[0]) !== same(says[1]) };
  };
  const yesNo = (value: Person['qpv']): string => (value === null ? '' : t(value === 'yes' ? 'yes' : 'no'));
  return [
    line(t('field-of-given'), ({ given }) => given),
    line(t('field-of-family'), ({ family }) => family),
    line(t('field-of-role'), ({ role }) => t(`role-${role}`)),
    line(t('field-of-birth'), ({ birth }) => (birth ? longDay(birth) : '')),
    line(t('field-of-told_age'), ({ age }) => (age === null ? '' : t('person-age', { age }))),
    line(t('field-of-phone'), ({ phone }) => phone, digits),
    line(t('field-of-address'), ({ address, commune }) => [address, commune].filter(Boolean).join(', ')),
    line(t('form-relatives'), ({ relatives }) => relatives.map(near).join(', ')),
    line(t('field-of-groups'), ({ groups }) => groups.map(groupName).filter(Boolean).join(', ')),
    line(t('field-of-leaves_alone'), ({ leaves_alone }) => yesNo(leaves_alone)),
    line(t('field-of-insurance'), ({ insurance }) => insurance),
    line(t('field-of-sex'), ({ sex }) => (sex ? t(`sex-${sex}`) : '')),
    line(t('field-of-qpv'), ({ qpv, qpv_code }) => [yesNo(qpv), qpv_code].filter(Boolean).join(', ')),
    line(t('form-health'), ({ health }) => (health ? t('yes') : '')),
    line(t('field-of-occupation'), ({ occupation }) => (occupation ? t(`occupation-${occupation}`) : '')),
    line(t('field-of-left'), ({ left }) => (left ? t('yes') : '')),
    line(t('person-presence'), (person) => String(presentIn(person) || '')),
  ].filter(({ says: [first, second] }) => first !== '' || second !== '');
}

// Accents are written on purpose, capitals throughout are a spreadsheet's habit.
function writtenWell({ given, family }: Person): number {
  const name = `${given} ${family}`.normalize('NFD');
  const accents = name.match(/\p{Mn}/gu)?.length ?? 0;
  return accents - (family.length > 1 && family === family.toUpperCase() ? 1 : 0);
}

/** Whose file is proposed to be kept: who was there more often, else what says more, else the better written name, else the first. */
export function proposed(a: Person, b: Person): Id {
  const said = (person: Person): number => compared(person, person, (id) => id).length;
  const more = presentIn(b) - presentIn(a) || said(b) - said(a) || writtenWell(b) - writtenWell(a);
  return more > 0 ? b.id : a.id;
}
