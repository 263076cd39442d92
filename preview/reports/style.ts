import picocolors from "picocolors";

export type Style = ReturnType<typeof picocolors.createColors>;

/** Colours for a stream: none where it is no terminal or `NO_COLOR` is set. */
export function styleFor(stream: { readonly isTTY?: boolean }): Style {
  const wanted = process.env["NO_COLOR"] === undefined && stream.isTTY === true;
  return picocolors.createColors(wanted);
}
