/** Makes a component of its arguments; none where nothing asks for it. */
export function ifAsked<Args, Made>(
  args: Args | undefined,
  make: (args: Args) => Made,
): Made | undefined {
  return args === undefined ? undefined : make(args);
}
