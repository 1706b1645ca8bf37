/** The CSS `zoom` of an element and all around it; 1 in a browser that does not tell. */
export const zoomOf = (element: Element): number => ('currentCSSZoom' in element ? element.currentCSSZoom : 1);
