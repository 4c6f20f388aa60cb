/** Whether this runs under the development server. Built pages leave out what depends on it. */
export const DEVELOPMENT = process.env.NODE_ENV === 'development';
