/** Files of `templates/` as the code sees them: `template-module.ts` makes the modules. */
declare module '*.hbs' {
  const fill: (view: object) => string;
  export default fill;
}

declare module '*.txt' {
  const text: string;
  export default text;
}
