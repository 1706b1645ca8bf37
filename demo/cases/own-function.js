// @ts-check
const timeframe = document.querySelector('ie-timeframe');
if (timeframe) {
  timeframe.source = async ({ metric }, { signal }) => {
    const response = await fetch(`${metric}.json`, { signal });
    if (!response.ok) throw new Error(`${metric}.json answered ${response.status}`);
    return await response.json();
  };
}
