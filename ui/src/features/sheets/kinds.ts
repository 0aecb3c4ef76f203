// The kinds of sessions, each with its sign.
import calendarDays from 'lucide-static/icons/calendar-days.svg?raw';
import clapperboard from 'lucide-static/icons/clapperboard.svg?raw';
import messages from 'lucide-static/icons/messages-square.svg?raw';
import pencil from 'lucide-static/icons/pencil.svg?raw';
import projector from 'lucide-static/icons/projector.svg?raw';
import school from 'lucide-static/icons/graduation-cap.svg?raw';
import users from 'lucide-static/icons/users.svg?raw';
import type { SessionKind } from '../../host/gen';

export const KIND_SIGNS: Record<SessionKind, string> = {
  workshop: pencil,
  shooting: clapperboard,
  intensive: calendarDays,
  training: school,
  screening: projector,
  forum: messages,
  meeting: users,
};

export const KINDS = Object.keys(KIND_SIGNS) as SessionKind[];
