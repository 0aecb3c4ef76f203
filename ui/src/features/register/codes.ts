// The codes a file may hold, in the order they are offered.
import type { Occupation, PersonRole, Sex, YesNo } from '../../host/gen';

export const ROLES: readonly PersonRole[] = ['participant', 'trainer', 'social_worker', 'volunteer', 'partner'];
export const SEXES: readonly Sex[] = ['f', 'm'];
export const YES_NO: readonly YesNo[] = ['yes', 'no'];
export const OCCUPATIONS: readonly Occupation[] = ['pupil', 'student', 'employed', 'job_seeker', 'retired', 'other'];
