/** The style sheet: the build puts it into the page. */
declare module '*.css';
