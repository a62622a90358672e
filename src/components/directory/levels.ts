/** Levels of a service from the project up to the district, in the order of the filter. */
export const LEVELS = ['project', 'department', 'street', 'village', 'town', 'district'] as const;
