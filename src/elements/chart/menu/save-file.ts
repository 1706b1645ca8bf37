/** Lets the browser save a file. Returns how to let go of the content: not at once, some browsers read it later. */
export function saveFile(content: Blob, name: string): () => void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  return () => URL.revokeObjectURL(url);
}

/** A name made of a heading and a moment (ms): `http-requests-2026-06-01T10-00-00Z.csv`. */
export function fileName(heading: string, from: number, ending: string): string {
  const words = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  const time = new Date(from).toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  return `${words || 'chart'}-${time}.${ending}`;
}
