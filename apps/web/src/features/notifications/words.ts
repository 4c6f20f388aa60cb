import catalogue from '../../messages/en/notifications.json' with { type: 'json' };
import { words } from '../../lib/words.js';

export const useNotificationWords = words('notifications', catalogue);
