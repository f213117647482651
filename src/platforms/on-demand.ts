import { offerPlatforms } from '../logout/on-demand.js';

// All built-in platforms, known by their names, and loaded with what else a logout needs.
offerPlatforms(() => import('./all.js'));
