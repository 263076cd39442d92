/** Whether it names an IANA time zone, one of today or of before, in any spelling that `Intl` knows. */
export function isTimeZone(name: string): boolean {
  return isUsual(name) || hasFormat(name);
}

/** To make the first format of a process takes tens of milliseconds. */
function isUsual(name: string): boolean {
  return name === "Etc/UTC" || Intl.supportedValuesOf("timeZone").includes(name);
}

function hasFormat(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
